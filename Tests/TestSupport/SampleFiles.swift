import Foundation

/// Files as coordinators have them: semicolons, Windows-1252, their own column names, and three faulty rows each.
public enum SampleFiles {
    /// So many candidates around Enschede; the last three rows have a birthday that does not exist, an unknown town, and
    /// no way to reach someone.
    public static func candidates(_ count: Int) -> [UInt8] {
        let towns = ["Enschede", "Hengelo", "Almelo", "Borne", "Haaksbergen"]
        var lines = [
            "Naam;Geb. datum;Woonplaats;Route;Leerjaar;Mobiel;Startdatum;Werkdagen;Uren;Vervoer;Max. km;Schoenmaat"
        ]
        for number in 1...count {
            let isBBL = number % 3 == 0
            var cells = [
                "René\(number) van de Voorbeeld", "\(number % 28 + 1)-\(number % 12 + 1)-\(1990 + number % 15)",
                towns[number % towns.count], isBBL ? "bbl" : "BOL", "\(number % 3 + 1)", "6123\(45000 + number)",
                "1-2-2027", isBBL ? "ma/di/wo" : "ma t/m do", isBBL ? "24" : "32", number % 2 == 0 ? "fiets" : "OV",
                "25 km", "39",
            ]
            if number == count { cells[1] = "31-2-2005" }
            if number == count - 1 { cells[2] = "Enschdee aan Zee" }
            if number == count - 2 { cells[5] = "" }
            lines.append(cells.joined(separator: ";"))
        }
        return windows1252(lines)
    }

    /// So many places at practices in Twente, two at each; the last three rows have a date that does not exist, a town in
    /// another region, and no name.
    public static func places(_ count: Int) -> [UInt8] {
        let towns = [("Enschede", "7511"), ("Hengelo", "7551"), ("Almelo", "7607"), ("Oldenzaal", "7571")]
        var lines = [
            "Praktijk;Adres;Postcode;Plaats;Contactpersoon;Telefoon;Soort plek;Leerweg;Aantal plekken;Start;Weken;Dagen;"
                + "Praktijkopleider;Erkend"
        ]
        for number in 1...count {
            let practice = (number + 1) / 2
            let (town, digits) = towns[practice % towns.count]
            var cells = [
                "Praktijk Café \(practice)", "Dorpsstraat \(practice)", "\(digits) AB", town, "Zoë Voorbeeld",
                "053 123 45 \(10 + practice % 80)", "stage", number % 2 == 0 ? "BOL" : "BOL/BBL", "1", "1-2-2027",
                "20 weken",
                "ma, di, wo, do", "Inge Voorbeeld", "ja",
            ]
            if number == count { cells[9] = "30-2-2027" }
            if number == count - 1 { cells[3] = "Maastricht" }
            if number == count - 2 { cells[0] = "" }
            lines.append(cells.joined(separator: ";"))
        }
        return windows1252(lines)
    }

    /// Text as an old spreadsheet keeps it; only characters up to ÿ.
    public static func windows1252(_ lines: [String]) -> [UInt8] {
        lines.joined(separator: "\r\n").unicodeScalars.map { UInt8(clamping: $0.value) } + [13, 10]
    }
}
