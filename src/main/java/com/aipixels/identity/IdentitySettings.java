package com.aipixels.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param origins our own public origins (`https://aipixels.example`); empty: this server on
///   loopback
/// @param patience how long a page waits for names before it shows the last known ones
@ConfigurationProperties("aipixels.identity")
record IdentitySettings(
    @DefaultValue ClerkSettings clerk,
    @DefaultValue List<String> origins,
    @DefaultValue("250ms") Duration patience) {

  /// @param secretKey empty: there is no Clerk, and the stand-in of this process is asked
  /// @param issuer empty: the host in the publishable key
  /// @param proxyUrl where browsers reach Clerk; empty: the host in the publishable key
  /// @param webhookSecret empty: Clerk sends no webhooks; several, separated by commas, while they
  ///   rotate
  record ClerkSettings(
      @DefaultValue("") String secretKey,
      @DefaultValue("") String publishableKey,
      @DefaultValue("https://api.clerk.com/v1") URI apiUrl,
      @DefaultValue("") String issuer,
      @DefaultValue("") String proxyUrl,
      @DefaultValue("") String webhookSecret,
      @DefaultValue("2s") Duration connectTimeout,
      @DefaultValue("3s") Duration readTimeout) {

    /// Secret keys stay out of logs.
    @Override
    public String toString() {
      return "Clerk at " + apiUrl;
    }
  }
}
