package dev.unhang.repair.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenValuesTest {
  private static Change change(String before, String after) {
    FileEdit edit =
        new FileEdit(
            new HostPath("/etc/network/interfaces"), Content.of(before), Content.of(after));
    return new Change(
        1,
        Instant.EPOCH,
        new InterfaceName("eno1"),
        Optional.empty(),
        Optional.empty(),
        "fix eno1",
        List.of(new Action.WriteFile(edit)),
        Change.State.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "post-up /usr/sbin/ethtool -G $IFACE tx 4096 || true, tx-ring 4096",
    "post-up /usr/sbin/ethtool -C $IFACE rx-usecs 0 || true, rx-usecs 0",
    "post-up /usr/sbin/ethtool --set-eee $IFACE eee off || true, eee off",
    "post-up /usr/sbin/ethtool -A $IFACE autoneg off rx off tx off || true,"
        + " pause autoneg off rx off tx off",
    "post-up /usr/sbin/ethtool --set-priv-flags eno1 s0ix-enabled off, s0ix-enabled off",
    "post-up echo 0 > /sys/bus/pci/devices/0000:00:1f.6/link/l1_aspm || true, l1_aspm 0",
    "post-up /usr/sbin/ethtool -K $IFACE tso off || true, ''",
    "post-up /usr/sbin/ethtool -G $IFACE tx many, ''",
    "post-up /usr/sbin/ethtool -A $IFACE autoneg off, ''"
  })
  void aWrittenLineTellsItsValue(String line, String value) {
    String before = "iface eno1 inet manual\n";
    assertThat(
            WrittenValues.of(change(before, before + "\t" + line + "\n")).stream()
                .map(each -> each.subject() + " " + each.value()))
        .isEqualTo(value.isEmpty() ? List.of() : List.of(value));
    // What stood there before is not the change's.
    assertThat(WrittenValues.of(change(before + line + "\n", before + line + "\n"))).isEmpty();
  }
}
