package com.aipixels.outbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private static final String PUBLIC = "104.18.0.1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://replicate.delivery/yhqm/a/out-0.webp",
        "https://replicate.delivery:443/a",
        "https://pbxt.replicate.delivery/a",
        "https://PBXT.Replicate.Delivery/a",
      })
  void allowsTheListedHostAndItsSubdomains(String address) {
    assertThatCode(() -> hosts(false, PUBLIC).check(URI.create(address)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://replicate.delivery/a",
        "https://replicate.delivery:8443/a",
        "https://replicate.delivery.evil.example/a",
        "https://evilreplicate.delivery/a",
        "https://replicate.delivery@evil.example/a",
        "https://evil.example@replicate.delivery/a",
        "https://evil.example/replicate.delivery",
        "https://evil.example#replicate.delivery",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://[::ffff:127.0.0.1]/a",
        "https://169.254.169.254/latest",
        "https://127.1/a",
        "https://127.0.0.1/a",
        "https://127.0.0.1:9902/a",
        "https://0177.0.0.1/a",
        "https://017700000001/a",
        "https://0x7f.1/a",
        "https://[::]/a",
        "https://[::1]/a",
        "https://[0:0:0:0:0:ffff:7f00:1]/a",
        "https://[::ffff:a9fe:a9fe]/latest",
        "https://[64:ff9b::a9fe:a9fe]/latest",
        "https://[fe80::1%25eth0]/a",
        "https://localhost/a",
        "https://localhost./a",
        "https://metadata.google.internal/a",
        "https://replicate.delivery./a",
        "https://replicate.delivery%2eevil.example/a",
        "https://replicate.delivery:0/a",
        "https://replicate.delivery:22/a",
        "https://replicate.delivery:80/a",
        "https://replicate.delivery:6379/a",
        "https://replicate。delivery/a",
        "https://１２７.0.0.1/a",
        "HTTP://replicate.delivery/a",
        "https:///a",
        "https:/replicate.delivery/a",
        "https:replicate.delivery/a",
        "ws://replicate.delivery/a",
        "gopher://replicate.delivery/a",
        "jar:https://replicate.delivery/a!/b",
        "http+unix://%2Frun%2Fdocker.sock/a",
        "unix:/run/docker.sock",
        "javascript:alert(1)",
        "/etc/passwd",
        "",
        "file:///etc/passwd",
        "ftp://replicate.delivery/a",
        "data:image/png;base64,AAAA",
        "//replicate.delivery/a",
      })
  void allowsNothingElse(String address) {
    assertRefused(false, address, PUBLIC);
  }

  /// Loopback, private, link-local, shared, reserved, benchmarks, multicast; and IPv4 in IPv6, in
  /// each way there is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "fc00::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2001:0:7f00:1::1",
        "100::1",
      })
  void allowsNoNameThatLeadsInside(String address) {
    assertRefused(false, "https://replicate.delivery/a", address);
  }

  @Test
  void allowsNoNameWithOneAddressInside() {
    assertRefused(false, "https://replicate.delivery/a", PUBLIC, "127.0.0.1");
  }

  @Test
  void allowsHttpWhereTheSettingsNameTheVeryHost() {
    assertThatCode(() -> hosts(true, PUBLIC).check(URI.create("http://replicate.delivery/a")))
        .doesNotThrowAnyException();
    assertRefused(true, "http://pbxt.replicate.delivery/a", PUBLIC);
  }

  @Test
  void allowsLoopbackWhereTheSettingsNameItWithItsPort() {
    assertThatCode(() -> hosts(true, "127.0.0.1").check(URI.create("http://127.0.0.1:9901/a")))
        .doesNotThrowAnyException();
    assertRefused(true, "http://127.0.0.1:9902/a", "127.0.0.1");
    assertRefused(true, "http://localhost:9901/a", "127.0.0.1");
  }

  @Test
  void triesAgainWhenANameIsUnknown() {
    var hosts =
        new AllowedHosts(
            List.of("replicate.delivery"),
            false,
            name -> {
              throw new UnknownHostException(name);
            });

    assertThatIOException()
        .isThrownBy(() -> hosts.check(URI.create("https://replicate.delivery/a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://replicate.delivery", "replicate.delivery/a", "", "a_b"})
  void saysWhenASettingIsNoHost(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllowedHosts(List.of(entry), false, InetAddress::getAllByName));
  }

  private static void assertRefused(boolean http, String address, String... resolved) {
    assertThatExceptionOfType(ForbiddenAddress.class)
        .isThrownBy(() -> hosts(http, resolved).check(URI.create(address)));
  }

  private static AllowedHosts hosts(boolean http, String... resolved) {
    return new AllowedHosts(
        List.of("replicate.delivery", "127.0.0.1:9901"),
        http,
        name -> {
          var addresses = new InetAddress[resolved.length];
          for (int i = 0; i < resolved.length; i++) {
            addresses[i] = InetAddress.ofLiteral(resolved[i]);
          }
          return addresses;
        });
  }
}
