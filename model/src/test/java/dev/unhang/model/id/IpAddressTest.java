package dev.unhang.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "::, ::",
    "::1, ::1",
    "fe80::5e00:53ff:fe00:1%eno1, fe80::5e00:53ff:fe00:1",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:1:1:1:1:1:1, 2001:db8:1:1:1:1:1:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "1::, 1::",
  })
  void addressesAreReadAndPrintedAsIpDoes(String text, String printed) {
    assertThat(IpAddress.parse(text)).map(IpAddress::toString).contains(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eno1",
        "localhost",
        "256.0.0.1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.+4",
        ":",
        ":::",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "::1.2.3",
        "192.0.2.1/24",
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  void aNetworkHoldsItsOwn() {
    IpAddress host = IpAddress.parse("192.0.2.130").orElseThrow();
    assertThat(host.isWithin(IpAddress.parse("192.0.2.128").orElseThrow(), 25)).isTrue();
    assertThat(host.isWithin(IpAddress.parse("192.0.2.0").orElseThrow(), 25)).isFalse();
    assertThat(host.isWithin(IpAddress.parse("0.0.0.0").orElseThrow(), 0)).isTrue();
    assertThat(host.isWithin(IpAddress.parse("::").orElseThrow(), 0)).isFalse();
    assertThat(host.isWithin(host, 33)).isFalse();
  }
}
