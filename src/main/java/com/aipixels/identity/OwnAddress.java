package com.aipixels.identity;

import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where this server listens. Known only once it does: the port may have been left to the system.
@Component
class OwnAddress {

  private final Environment environment;

  OwnAddress(Environment environment) {
    this.environment = environment;
  }

  /// For calls from this process to itself.
  String url() {
    String host = environment.getProperty("server.address", "");
    return switch (host) {
      case "", "0.0.0.0", "::" -> "http://127.0.0.1" + port();
      default -> "http://" + (host.contains(":") ? "[" + host + "]" : host) + port();
    };
  }

  /// As a browser on this machine names them.
  Set<String> origins() {
    return Set.of("http://localhost" + port(), "http://127.0.0.1" + port());
  }

  private String port() {
    String port = environment.getRequiredProperty("local.server.port");
    return port.equals("80") ? "" : ":" + port;
  }
}
