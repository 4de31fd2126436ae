package com.aipixels.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.http.client.InetAddressFilter;

/// Where this service may send requests that somebody else thought of, however an address got here:
/// an answer, a redirect, a stranger's idea.
public final class AllowedHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Ways to write an IPv4 address, ours included, that the filter does not know: compatible, and
  /// local NAT64.
  private static final String[] IPV4_IN_IPV6 = {"::/96", "64:ff9b:1::/48"};

  private final List<Host> hosts;
  private final boolean allowHttp;
  private final Names names;

  /// Name resolution.
  @FunctionalInterface
  public interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private record Host(String name, int port) {

    static Host parse(String entry) {
      URI uri = URI.create("https://" + entry.strip().toLowerCase(Locale.ROOT));
      if (uri.getHost() == null || !uri.getPath().isEmpty()) {
        throw new IllegalArgumentException("Not a host or host:port: '%s'".formatted(entry));
      }
      return new Host(uri.getHost(), uri.getPort());
    }

    boolean is(String host, int asked) {
      return host.equals(name) && asked == port;
    }

    boolean covers(String host, int asked) {
      return is(host, asked) || (port == -1 && asked == -1 && host.endsWith("." + name));
    }
  }

  /// @param entries `host` (with its subdomains, standard port) or `host:port` (exactly)
  /// @param allowHttp whether hosts that are listed exactly are trusted without TLS
  public AllowedHosts(List<String> entries, boolean allowHttp, Names names) {
    this.hosts = entries.stream().map(Host::parse).toList();
    this.allowHttp = allowHttp;
    this.names = names;
  }

  /// @throws ForbiddenAddress when nothing may be sent to this address
  /// @throws IOException when its host cannot be resolved right now
  public void check(URI uri) throws ForbiddenAddress, IOException {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    int port = standardPort(uri) ? -1 : uri.getPort();
    boolean exact = hosts.stream().anyMatch(entry -> entry.is(host, port));
    boolean listed = exact || hosts.stream().anyMatch(entry -> entry.covers(host, port));
    boolean scheme =
        "https".equals(uri.getScheme()) || (allowHttp && exact && "http".equals(uri.getScheme()));
    if (!listed || !scheme || uri.getRawUserInfo() != null) {
      throw new ForbiddenAddress("not the address of a known host");
    }
    checkAddresses(host, exact && LOOPBACK.contains(host));
  }

  /// Every address must be public, not just the first: a name may have a public and a private one.
  private void checkAddresses(String host, boolean loopback) throws ForbiddenAddress, IOException {
    InetAddressFilter allowed =
        loopback
            ? InetAddressFilter.adapt(InetAddress::isLoopbackAddress)
            : InetAddressFilter.externalAddresses().andNot(IPV4_IN_IPV6);
    if (!Arrays.stream(names.addresses(host)).allMatch(allowed::matches)) {
      throw new ForbiddenAddress("the host is not on the public network");
    }
  }

  private static boolean standardPort(URI uri) {
    return uri.getPort() == -1 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
  }
}
