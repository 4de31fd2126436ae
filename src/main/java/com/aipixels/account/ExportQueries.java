package com.aipixels.account;

import com.aipixels.identity.MemberExport;
import com.aipixels.identity.UserId;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What rooms hand over, read with a cursor of the server's.
@Component
class ExportQueries {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  ExportQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Every row as it comes. In a transaction: outside of one the driver would fetch all of them
  /// first.
  void read(MemberExport kind, UserId member, Consumer<String> line) {
    jdbc.sql(kind.sql())
        .withFetchSize(AT_ONCE)
        .param("member", member.value())
        .query(row -> {
          line.accept(row.getString(1));
        });
  }

  /// By what name others know this AIPixels.
  UUID instance() {
    return jdbc.sql(
            """
            INSERT INTO instance AS i (id) VALUES (gen_random_uuid())
            ON CONFLICT (sole) DO UPDATE SET sole = i.sole
            RETURNING id
            """)
        .query(UUID.class)
        .single();
  }
}
