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
        "file:///etc/passwd",
        "ftp://replicate.delivery/a",
        "data:image/png;base64,AAAA",
        "//replicate.delivery/a",
      })
  void allowsNothingElse(String address) {
    assertRefused(false, address, PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1",
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
