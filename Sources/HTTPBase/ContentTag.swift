import Crypto

/// A strong `ETag`, with its quotes: the same for the same bytes, and for no others.
public func contentTag(of bytes: some Sequence<UInt8>) -> String {
    "\"\(Base64URL.encode(Array(SHA256.hash(data: Array(bytes)).prefix(18))))\""
}
