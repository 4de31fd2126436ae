package com.aipixels.push;

import com.interaso.webpush.VapidKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pair of keys by which push services know this service. It is made when it is first asked
/// for.
@Component
class PushKeyTable {

  private final JdbcClient jdbc;

  PushKeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  VapidKeys keys() {
    VapidKeys made = VapidKeys.generate();
    jdbc.sql(
            """
            INSERT INTO push_keys (public_key, private_key) VALUES (:public, :private)
            ON CONFLICT DO NOTHING
            """)
        .param("public", made.getX509PublicKey())
        .param("private", made.getPkcs8PrivateKey())
        .update();
    return jdbc.sql("SELECT public_key, private_key FROM push_keys")
        .query(
            (row, _) -> VapidKeys.create(row.getString("public_key"), row.getString("private_key")))
        .single();
  }
}
