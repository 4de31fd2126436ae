package com.aipixels.account;

import com.aipixels.AiPixels;
import com.aipixels.TestHouse;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Another AIPixels with a database, members and files of its own.
public final class OtherHouse implements AutoCloseable {

  private final ConfigurableApplicationContext context =
      new SpringApplicationBuilder(AiPixels.class)
          .initializers(new TestHouse())
          .run("--server.port=0", "--aipixels.account.import-limit=8MB");

  public int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  JdbcClient database() {
    return context.getBean(JdbcClient.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
