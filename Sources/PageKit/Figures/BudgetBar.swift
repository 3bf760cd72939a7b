package import Domain

/// A year's budget as one bar: what is granted, what is asked now, what is left. The table below it says the same in amounts.
package struct BudgetBar: Sendable {
    package enum Kind: String, Sendable {
        case granted, asked, free, short
    }

    package struct Part: Sendable {
        let name: String
        let amount: Money
        let kind: Kind

        package init(_ name: String, _ amount: Money, _ kind: Kind) {
            self.name = name
            self.amount = amount
            self.kind = kind
        }
    }

    struct Row: Sendable {
        let name: String
        let amount: String
        let modifier: String
        let x: String
        let width: String
    }

    let id: String
    let title: String
    let rows: [Row]
    let ceiling: String
    /// Where the ceiling lies, of 600.
    let ceilingX: String

    /// What is left of the ceiling becomes a part of its own, or what there is too little.
    package init(id: String, title: String, ceiling: Money, parts: [Part]) {
        self.id = id
        self.title = title
        self.ceiling = ceiling.text
        let used = parts.reduce(Money.zero) { $0 + $1.amount }
        let whole = Double(max(1, max(ceiling.cents, used.cents)))
        let isShort = used > ceiling
        var x = 0.0
        var rows: [Row] = []
        for part in parts + (isShort ? [] : [Part("Nog over", ceiling - used, .free)]) {
            let width = Double(part.amount.cents) / whole * 600
            rows.append(
                Row(
                    name: part.name,
                    amount: part.amount.text,
                    modifier: part.kind.rawValue,
                    x: Drawing.number(x),
                    width: Drawing.number(width)
                )
            )
            x += width
        }
        let limit = Double(ceiling.cents) / whole * 600
        if isShort {
            rows.append(
                Row(
                    name: "Te weinig",
                    amount: (used - ceiling).text,
                    modifier: Kind.short.rawValue,
                    x: Drawing.number(limit),
                    width: Drawing.number(600 - limit)
                )
            )
        }
        self.rows = rows
        ceilingX = Drawing.number(min(598, limit))
    }
}
