package dev.unhang.hosts.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The transmit unit's registers among all that a driver tells.
class RegisterLayoutTest {
  private static RegisterDump dump(int version, int words) {
    List<Integer> all = new ArrayList<>(Collections.nCopies(words, 0));
    for (int i = 0; i < words; i++) {
      all.set(i, i);
    }
    return new RegisterDump(version << 24 | 0x153a, all);
  }

  private static TxRegisters read(String driver, RegisterDump dump) {
    return RegisterLayout.of(driver).orElseThrow().read(dump).orElseThrow();
  }

  @Test
  void eachDriverHasItsOwnOrder() {
    TxRegisters e1000e = read("e1000e", dump(1, 32));
    assertThat(e1000e.status()).isEqualTo(1);
    assertThat(e1000e.control()).isEqualTo(7);
    assertThat(e1000e.rings()).containsExactly(new TxRegisters.Ring(9, 10, 0));
    TxRegisters igb = read("igb", dump(1, 739));
    assertThat(igb.control()).isEqualTo(38);
    assertThat(igb.rings()).hasSize(4).contains(new TxRegisters.Ring(226, 230, 222 / 16));
    assertThat(read("igc", dump(2, 215)).rings())
        .startsWith(new TxRegisters.Ring(160, 164, 156 / 16));
  }

  @Test
  void whatIsNotInThatOrderIsNotRead() {
    RegisterLayout e1000e = RegisterLayout.of("e1000e").orElseThrow();
    assertThat(e1000e.read(dump(2, 32))).isEmpty();
    assertThat(e1000e.read(dump(1, 10))).isEmpty();
    assertThat(e1000e.read(dump(1, 0))).isEmpty();
    assertThat(RegisterLayout.of("virtio_net")).isEmpty();
  }

  @Test
  void unfetchedDescriptorsAreCountedAroundTheEndOfTheRing() {
    assertThat(new TxRegisters.Ring(0x61, 0x90, 256).unfetched()).isEqualTo(47);
    assertThat(new TxRegisters.Ring(0xf0, 0x10, 256).unfetched()).isEqualTo(32);
    assertThat(new TxRegisters.Ring(0x10, 0x10, 256).unfetched()).isZero();
    assertThat(new TxRegisters.Ring(-1, -1, 0).unfetched()).isZero();
  }
}
