package com.aipixels.localclerk;

import com.aipixels.localclerk.LocalClerkSettings.Exposure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Keeps the stand-in, where anybody may sign in as anybody, on this machine.
@StandIn
@Component
class Reach {

  Reach(Environment environment, LocalClerkSettings settings) {
    String address = environment.getProperty("server.address", "");
    if (settings.exposure() == Exposure.LOOPBACK_ONLY && !isLoopback(address)) {
      throw new InvalidConfigurationPropertyValueException(
          "server.address",
          address,
          "Without Clerk keys anybody may sign in as anybody, so the service listens only on a"
              + " loopback address unless AIPIXELS_LOCAL_IDENTITY=allow-remote.");
    }
  }

  /// An empty address means every network interface.
  private static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
