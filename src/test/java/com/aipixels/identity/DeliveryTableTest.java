package com.aipixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveryTableTest {

  private final JdbcClient database = JdbcClient.create(TestDatabase.freshlyMigrated());
  private final DeliveryTable table = new DeliveryTable(database);

  @Test
  void onlyTheFirstIsFirst() {
    assertThat(table.isFirst("msg_1")).isTrue();
    assertThat(table.isFirst("msg_1")).isFalse();
    assertThat(table.isFirst("msg_2")).isTrue();
  }

  /// Senders of Standard Webhooks go on trying for about 75 hours.
  @ParameterizedTest
  @CsvSource({"76 hours, false", "167 hours, false", "169 hours, true"})
  void knowsADeliveryForLongerThanItsSenderTries(String age, boolean forgotten) {
    table.isFirst("msg_1");
    database
        .sql("UPDATE webhook_deliveries SET received_at = received_at - :age::interval")
        .param("age", age)
        .update();

    table.sweep();

    assertThat(table.isFirst("msg_1")).isEqualTo(forgotten);
  }
}
