package com.aipixels.database;

import java.util.List;
import java.util.stream.Stream;

/// Settings given on the server's command line, where no configuration file overrides them.
record ServerOptions(List<String> settings) {

  /// An acknowledged commit survives the loss of power.
  static final ServerOptions DURABLE =
      new ServerOptions(List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on"));

  private static final List<String> ALWAYS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC");

  List<String> arguments(int port) {
    Stream<String> options =
        Stream.concat(ALWAYS.stream(), settings.stream())
            .flatMap(option -> Stream.of("-c", option));
    return Stream.concat(Stream.of("-p", String.valueOf(port)), options).toList();
  }
}
