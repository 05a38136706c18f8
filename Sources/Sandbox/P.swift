import Hummingbird
import HummingbirdTLS
import X509
import Crypto
import ServiceLifecycle
import CSQLite
enum SP {}
