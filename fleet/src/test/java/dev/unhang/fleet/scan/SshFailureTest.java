package dev.unhang.fleet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of OpenSSH 9.2, as it printed them.
class SshFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh: connect to host 192.0.2.1 port 22: Connection refused | REFUSED
          ssh: connect to host 192.0.2.1 port 22: No route to host | UNREACHABLE
          ssh: connect to host 192.0.2.1 port 22: Network is unreachable | UNREACHABLE
          ssh: connect to host 192.0.2.1 port 22: Connection timed out | TIMED_OUT
          ssh: Could not resolve hostname pve-09: Name or service not known | NO_SUCH_NAME
          root@192.0.2.1: Permission denied (publickey,password). | LOGIN_DENIED
          Host key verification failed. | KEY_UNKNOWN
          No ED25519 host key is known for 192.0.2.1 and you have requested strict checking. | KEY_UNKNOWN
          @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @ | KEY_CHANGED
          kex_exchange_identification: Connection closed by remote host | UNREACHABLE
          Timeout, server 192.0.2.1 not responding. | TIMED_OUT
          """)
  void whatItSaysIsAReason(String said, NotKnown reason) {
    SshFailure failure = SshFailure.of("Warning: something else\n" + said + "\n");
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.why()).contains(said.strip().replaceAll("^@ +| +@$", ""));
  }

  /// ssh prints both, and the first is what a person has to know.
  @Test
  void aChangedKeyIsNeverCalledAnUnknownOne() {
    String said =
        "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
            + "Host key verification failed.\n";
    assertThat(SshFailure.of(said).reason()).isEqualTo(NotKnown.KEY_CHANGED);
  }
}
