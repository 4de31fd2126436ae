package com.aipixels;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a schema consists of, one line each: in words of the catalogue that mean the same in every
/// PostgreSQL, and in an order that does not depend on how the schema came about.
final class SchemaListing {

  private SchemaListing() {}

  static List<String> of(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            WITH relations AS (
              SELECT c.oid, c.relname, c.relkind FROM pg_class c
              WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'flyway%'
            ), lines AS (
              SELECT format('type %s: %s', t.typname,
                            string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)) AS line
              FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
              WHERE t.typnamespace = 'public'::regnamespace
              GROUP BY t.typname
              UNION ALL
              SELECT format('table %s column %s %s%s%s%s', r.relname, a.attname,
                            format_type(a.atttypid, a.atttypmod),
                            CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
                            CASE WHEN a.attidentity = '' THEN '' ELSE ' identity' END,
                            ' default ' || pg_get_expr(d.adbin, d.adrelid))
              FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid
              LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
              WHERE r.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
              UNION ALL
              -- From 18 on, NOT NULL is a constraint too; it is told with its column.
              SELECT format('table %s constraint %s %s', r.relname, o.conname, pg_get_constraintdef(o.oid))
              FROM relations r JOIN pg_constraint o ON o.conrelid = r.oid
              WHERE o.contype IN ('p', 'u', 'f', 'c', 'x')
              UNION ALL
              SELECT format('table %s index %s', i.tablename, i.indexdef)
              FROM pg_indexes i JOIN relations r ON r.relname = i.tablename
              WHERE i.schemaname = 'public'
              UNION ALL
              SELECT format('table %s trigger %s', r.relname, pg_get_triggerdef(t.oid))
              FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid
              WHERE NOT t.tgisinternal
              UNION ALL
              SELECT format('sequence %s %s', r.relname, s.seqtypid::regtype)
              FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
              UNION ALL
              SELECT format('function %s(%s) returns %s', p.proname,
                            pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid))
              FROM pg_proc p
              WHERE p.pronamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            )
            SELECT line FROM lines ORDER BY line COLLATE "C"
            """)
        .query((row, _) -> row.getString("line"))
        .list();
  }
}
