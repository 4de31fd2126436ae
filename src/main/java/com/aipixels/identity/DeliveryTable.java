package com.aipixels.identity;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// The webhooks that took effect, for longer than their sender goes on trying.
@Repository
class DeliveryTable {

  private final JdbcClient jdbc;

  DeliveryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// To be called in the transaction of the effect; whoever comes second waits for its end.
  boolean isFirst(String id) {
    return jdbc.sql(
                """
                INSERT INTO webhook_deliveries (id) VALUES (:id)
                ON CONFLICT (id) DO NOTHING
                """)
            .param("id", id)
            .update()
        == 1;
  }

  @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    jdbc.sql(
            """
            DELETE FROM webhook_deliveries
            WHERE received_at < clock_timestamp() - interval '7 days'
            """)
        .update();
  }
}
