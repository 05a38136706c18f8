import Template
import Testing

@Suite struct CryptoFunctionsTests {
    @Test func whatIsEncryptedCanBeDecrypted() throws {
        let text = try Rendering().text(
            "{{ $s := encryptAES `key` `a secret of more than 16 bytes` }}{{ $s }}")
        #expect(text.hasPrefix("AAECAwQFBgcICQoLDA0OD"))
        #expect(
            try Rendering(data: ["s": .string(text)]).text("{{ decryptAES `key` .s }}").hasPrefix("a secret"))
        #expect(Rendering().complaint("{{ decryptAES `key` `AAAA` }}").contains("out of range"))
    }

    @Test func passwordsAreDerivedAndHashed() throws {
        let derived = try Rendering().text("{{ derivePassword 1 `pin` `secret` `me` `example.org` }}")
        #expect(derived.utf8.count == 4 && Int(derived) != nil)
        #expect(
            try Rendering().text("{{ derivePassword 1 `odd` `` `` `` }}")
                == "cannot find password template odd")
        #expect(
            try Rendering().text("{{ htpasswd `me` `secret` `sha` }}")
                == "me:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=")
        #expect(try Rendering().text("{{ htpasswd `a:b` `x` `sha` }}") == "invalid username: a:b")
    }
}
