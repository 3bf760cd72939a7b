/// A zip archive (APPNOTE 6.3) whose files are stored as they are: nothing to unpack, nothing to get wrong.
enum StoredZip {
    /// - Parameter files: names in ASCII with `/` between folders, and their text.
    static func write(_ files: [(name: String, text: String)]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let (name, content) = (Array(file.name.utf8), Array(file.text.utf8))
            let offset = archive.count
            let facts = facts(of: content, name: name)
            archive += number(0x0403_4B50, 4) + facts + name + content
            directory += number(0x0201_4B50, 4) + number(20, 2) + facts
            // No comment, first disk, no attributes.
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + name
        }
        let start = archive.count
        return archive + directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(files.count, 2)
            + number(files.count, 2) + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    /// What both the file's own head and the directory say: version 2.0, no flags, stored, 1 January 1980, sum and lengths.
    /// A file without a real date is the same at every download.
    private static func facts(of content: [UInt8], name: [UInt8]) -> [UInt8] {
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x0021, 2)
            + number(Int(checksum(content)), 4) + number(content.count, 4) + number(content.count, 4)
            + number(name.count, 2) + number(0, 2)
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 as zip wants it (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
