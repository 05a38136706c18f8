import Schema
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        ("1", "1"), ("1000m", "1"), ("0.5", "500m"), (".5", "500m"), ("100m", "100m"), ("1500m", "1500m"),
        ("1000", "1k"), ("1024", "1024"), ("1024Mi", "1Gi"), ("1.5Gi", "1536Mi"), ("1.5Ki", "1536"),
        ("0.1Mi", "104857600m"), ("512Ki", "512Ki"), ("0.5Ki", "512"), ("0", "0"), ("0Mi", "0"),
        ("1e3", "1e3"),
        ("10e2", "1e3"), ("1E3", "1e3"), ("-2000m", "-2"), ("100000k", "100M"), ("0.0000000001", "1n"),
        ("+1", "1"),
        ("12.30", "12300m"), ("1Ei", "1Ei"), ("word", "word"),
    ]) func canonical(text: String, wanted: String) {
        #expect(Quantity.canonical(text) == wanted)
    }

    @Test(arguments: ["", "m", "1.2.3", "1x", "--1", "1 Mi", "0x10"]) func whatIsNoAmount(text: String) {
        #expect(!Quantity.isValid(text))
    }
}
