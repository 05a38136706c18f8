/// The reading of stored states; all of it by prepared statements with bound values.
package enum StateQuery {
    /// All objects of a type, or those of one namespace.
    package struct Scope: Sendable, Hashable {
        package var group: String
        package var plural: String
        /// nil for all namespaces.
        package var namespace: String?

        package init(group: String, plural: String, namespace: String?) {
            self.group = group
            self.plural = plural
            self.namespace = namespace
        }
    }

    private static let columns = "revision, grp, plural, namespace, name, uid, body"

    static func current(_ key: ObjectKey, in database: SQLite) throws -> StoredObject? {
        try database.rows(
            "SELECT \(columns) FROM state"
                + " WHERE grp = ? AND plural = ? AND namespace = ? AND name = ? AND ended IS NULL",
            [.text(key.group), .text(key.plural), .text(key.namespace), .text(key.name)], object
        ).first
    }

    /// The state of a revision, if it is still that of its object.
    static func state(_ revision: Int64, in database: SQLite) throws -> StoredObject? {
        try database.rows(
            "SELECT \(columns) FROM state WHERE revision = ? AND ended IS NULL", [.int(revision)], object
        ).first
    }

    static func all(_ scope: Scope, in database: SQLite) throws -> [StoredObject] {
        try page(scope, at: nil, after: nil, limit: Int64.max, in: database)
    }

    static func inNamespace(_ namespace: String, in database: SQLite) throws -> [StoredObject] {
        try database.rows(
            "SELECT \(columns) FROM state WHERE namespace = ? AND ended IS NULL ORDER BY revision",
            [.text(namespace)], object)
    }

    /// Objects in the order of namespace and name: those there are now, or those there were at a revision.
    static func page(
        _ scope: Scope, at revision: Int64?, after: (namespace: String, name: String)?, limit: Int64,
        in database: SQLite
    ) throws -> [StoredObject] {
        var condition = "grp = ? AND plural = ?"
        var values: [SQLiteValue] = [.text(scope.group), .text(scope.plural)]
        if let namespace = scope.namespace {
            condition += " AND namespace = ?"
            values.append(.text(namespace))
        }
        if let after, after.namespace == scope.namespace {
            // Said so, the index leads there; a comparison of pairs would read the namespace from its start.
            condition += " AND name > ?"
            values.append(.text(after.name))
        } else if let after {
            condition += " AND (namespace, name) > (?, ?)"
            values += [.text(after.namespace), .text(after.name)]
        }
        let order = "ORDER BY namespace, name LIMIT ?"
        let select = "SELECT \(columns) FROM state WHERE \(condition) AND"
        let most = SQLiteValue.int(limit)
        guard let revision else {
            return try database.rows("\(select) ended IS NULL \(order)", values + [most], object)
        }
        // What is still so, in the order of its index, and the few that have changed since.
        let moment = SQLiteValue.int(revision)
        let lasting = try database.rows(
            "\(select) ended IS NULL AND +revision <= ? \(order)", values + [moment, most], object)
        let changed = try database.rows(
            "\(select) +revision <= ? AND ended > ? \(order)", values + [moment, moment, most], object)
        return merged(lasting, changed, limit: Int(clamping: limit))
    }

    static func count(_ scope: Scope, at revision: Int64, in database: SQLite) throws -> Int64 {
        var condition = "grp = ? AND plural = ?"
        var values: [SQLiteValue] = [.text(scope.group), .text(scope.plural)]
        if let namespace = scope.namespace {
            condition += " AND namespace = ?"
            values.append(.text(namespace))
        }
        let moment = SQLiteValue.int(revision)
        let select = "SELECT COUNT(*) FROM state WHERE \(condition) AND"
        func number(_ rest: String, _ moments: [SQLiteValue]) throws(SQLiteError) -> Int64 {
            let found = try database.rows("\(select) \(rest)", values + moments) { row in row.int(0) }
            return found.first ?? 0
        }
        return try number("ended IS NULL AND +revision <= ?", [moment])
            + number("+revision <= ? AND ended > ?", [moment, moment])
    }

    /// The first of two ordered lists, in order.
    private static func merged(_ left: [StoredObject], _ right: [StoredObject], limit: Int) -> [StoredObject]
    {
        guard !right.isEmpty else { return left }
        var merged: [StoredObject] = []
        var (first, second) = (left[...], right[...])
        while merged.count < limit {
            guard let a = first.first, let b = second.first else {
                return merged + (first + second).prefix(limit - merged.count)
            }
            merged.append(b.precedes(a) ? second.removeFirst() : first.removeFirst())
        }
        return merged
    }

    /// Changes after a revision, in their order; none after those that reach `bytes`.
    static func changes(
        _ scope: Scope, after revision: Int64, limit: Int, bytes: Int, in database: SQLite
    ) throws -> [StoredChange] {
        var values: [SQLiteValue] = [.text(scope.group), .text(scope.plural), .int(revision)]
        var condition = "s.grp = ? AND s.plural = ? AND s.revision > ?"
        if let namespace = scope.namespace {
            condition += " AND s.namespace = ?"
            values.append(.text(namespace))
        }
        values.append(.int(Int64(limit)))
        var size = 0
        return try database.rows(
            "SELECT s.revision, s.grp, s.plural, s.namespace, s.name, s.uid, s.body, s.deleted, s.previous,"
                + " p.body FROM state s LEFT JOIN state p ON p.revision = s.previous"
                + " WHERE \(condition) ORDER BY s.revision LIMIT ?", values, until: { _ in size >= bytes }
        ) { row throws(SQLiteError) in
            let change = change(row)
            size += change.size
            return change
        }
    }

    private static func object(_ row: SQLiteStatement) -> StoredObject {
        StoredObject(
            key: ObjectKey(
                group: row.text(1), plural: row.text(2), namespace: row.text(3), name: row.text(4)),
            uid: row.text(5), revision: row.int(0), body: row.blob(6))
    }

    private static func change(_ row: SQLiteStatement) -> StoredChange {
        let effect: StoredChange.Effect =
            row.int(7) != 0 ? .deleted : row.int(8) == 0 ? .added : .modified
        return StoredChange(
            effect: effect, object: object(row), previousBody: row.isNull(9) ? nil : row.blob(9))
    }
}

extension StoredObject {
    /// The database's order of texts is that of their bytes.
    fileprivate func precedes(_ other: StoredObject) -> Bool {
        if key.namespace != other.key.namespace {
            return key.namespace.utf8.lexicographicallyPrecedes(other.key.namespace.utf8)
        }
        return key.name.utf8.lexicographicallyPrecedes(other.key.name.utf8)
    }
}
