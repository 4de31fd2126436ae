package com.aipixels.push;

import java.net.URI;
import java.util.Base64;

/// What the Push API of a browser gives out.
///
/// @param endpoint a secret: whoever knows it may knock there
/// @param p256dh the browser's public key, 65 bytes in base64url
/// @param auth 16 bytes in base64url
record Subscription(URI endpoint, String p256dh, String auth) {

  /// @throws IllegalArgumentException when it is no base64url
  byte[] publicKey() {
    return Base64.getUrlDecoder().decode(p256dh);
  }

  /// @throws IllegalArgumentException when it is no base64url
  byte[] secret() {
    return Base64.getUrlDecoder().decode(auth);
  }

  @Override
  public String toString() {
    return "Subscription[" + endpoint.getHost() + "]";
  }
}
