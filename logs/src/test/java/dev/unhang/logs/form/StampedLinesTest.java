package dev.unhang.logs.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.peel.Peeled;
import dev.unhang.logs.peel.Peelers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a line's neighbour bore never changes what is read from the line.
class StampedLinesTest {
  private static final List<String> STAMPS =
      List.of(
          "",
          "  ",
          "> ",
          "kern.log:",
          "kern.log-",
          "May 25 15:23:30 ",
          "May 25 15:23:30 pve-02 ",
          "May 25 15:23:30 pve-02 kernel: ",
          "Mai 25 15:23:30 pve-02 kernel: ",
          "May 25 15:23:30 pve-02 kernel: [   19.348376] ",
          "May 25 15:23:30 192.0.2.1 [   19.348376] ",
          "2025-05-25T15:23:30+0200 pve-02 kernel: ",
          "[   19.348376] ",
          "[   19.348376]",
          "[   19.348376][  T123] ",
          "[   19.348376] [    C4] ",
          "[   19.348376] pve-02 kernel: ",
          "[   19.348376] <6>",
          "[  +0.000006] ",
          "[Sun May 25 15:23:30 2025] ",
          "kern  :err   : [   19.348376] ",
          "6,123,19348376,-;",
          "<p>[   19.348376] ",
          "@40000000683319dc075bca00 ",
          "1748186610.123456 pve-02 kernel: ",
          "kern: err: [2025-05-25T13:23:30.123456Z]: ");

  private static final List<String> TEXTS =
      List.of(
          "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:",
          "  TDH                  <61>",
          " TDH <61>",
          "MAC Status <80083>",
          " MAC Status <80083> <br>",
          " kernel: x",
          "kernel: x",
          "kernel: [   19.348376] x",
          "systemd[1]: x",
          "pve-02 kernel: x",
          "pve-02 systemd[1]: x",
          "router kern.err kernel: x",
          "kern  :err   : x",
          "May 25 15:23:30 x",
          "Mai 25 15:23:30 pve-02 kernel: x",
          "Sun May 25 15:23:30 2025 kern.err kernel: x",
          "a2 [   19.348376] x",
          "  [    C4] x",
          " [   19.348376] x",
          " pve-02 kernel: x",
          " <6>x",
          " ",
          "");

  @Test
  void everyLineIsPeeledAsIfItStoodAlone() {
    for (String stamp : STAMPS) {
      for (String text : TEXTS) {
        for (String next : STAMPS) {
          for (String more : TEXTS) {
            StampedLines lines = new StampedLines();
            lines.peel(stamp + text);
            assertThat(lines.peel(next + more))
                .as("%s behind %s", next + more, stamp + text)
                .isEqualTo(Peelers.peel(next + more));
          }
        }
      }
    }
  }

  @Test
  void aReportsFieldsBearItsHeadersStamp() {
    StampedLines lines = new StampedLines();
    Peeled header = lines.peel("[   19.348376] e1000e 0000:00:19.0 eno1: Detected Hardware");
    Peeled field = lines.peel("[   19.348376]   TDH                  <61>");
    assertThat(field.at()).isSameAs(header.at());
    assertThat(field.rest()).isEqualTo("  TDH                  <61>");
  }
}
