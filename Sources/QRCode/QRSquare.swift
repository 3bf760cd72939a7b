internal import CQREncode

/// A QR code (ISO/IEC 18004) as a square of modules, without its quiet zone.
public struct QRSquare: Hashable, Sendable {
    /// Rows from the top, each from the left; true is dark.
    public let rows: [[Bool]]

    /// - Parameter text: at most some 2,000 characters.
    /// - Throws: ``TextTooLong`` when no QR code can hold the text, or it holds a NUL.
    public init(_ text: String) throws {
        guard !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
            throw TextTooLong()
        }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let modules = code.pointee.data else { throw TextTooLong() }
        // The lowest bit of a module says whether it is dark; the others say what it is for.
        rows = (0..<width).map { y in (0..<width).map { x in modules[y * width + x] & 1 == 1 } }
    }
}

/// The text does not fit in any QR code.
public struct TextTooLong: Error {
    public init() {}
}
