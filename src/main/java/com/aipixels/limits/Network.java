package com.aipixels.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where requests come from, as far as places can be told apart: one address of IPv4, or the /64 of
/// IPv6 whose addresses a household changes at will.
record Network(String prefix) {

  private static final int SIXTY_FOUR_BITS = 8;

  /// What is no address, because a proxy wrote something else, is all one place.
  static Network of(String address) {
    try {
      return of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException e) {
      return new Network("unknown");
    }
  }

  private static Network of(InetAddress address) {
    return new Network(
        address instanceof Inet6Address
            ? HexFormat.of().formatHex(address.getAddress(), 0, SIXTY_FOUR_BITS)
            : address.getHostAddress());
  }
}
