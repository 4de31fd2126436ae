package com.aipixels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

  @Test
  void givesEveryCallerADatabaseOfItsOwn() {
    var first = JdbcClient.create(TestDatabase.freshlyMigrated());
    var second = JdbcClient.create(TestDatabase.freshlyMigrated());

    first.sql("INSERT INTO user_credits (clerk_user_id) VALUES ('user_1')").update();

    assertThat(count(first)).isEqualTo(1);
    assertThat(count(second)).isZero();
  }

  private static int count(JdbcClient database) {
    return database.sql("SELECT count(*) FROM user_credits").query(Integer.class).single();
  }
}
