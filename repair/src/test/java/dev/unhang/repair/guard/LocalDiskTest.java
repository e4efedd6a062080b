package dev.unhang.repair.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.HostPath;
import dev.unhang.sim.SimHost;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What must run while the network is down lies on a disk of this host.
class LocalDiskTest {
  private final SimHost host = new SimHost(false);

  LocalDiskTest() {
    host.write(
        new HostPath("/proc/self/mountinfo"),
        """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        40 22 0:44 / /opt/tools rw,relatime shared:9 - nfs4 nas:/tools rw
        41 40 8:2 / /opt/tools/local rw - xfs /dev/sda2 rw
        42 22 0:45 / /opt/my\\040tools rw - cifs //nas/tools rw
        a line that is none
        """);
  }

  private void require(String file) {
    LocalDisk.require(host, List.of(new HostPath("/usr/bin/java"), new HostPath(file)));
  }

  @Test
  void theHostsOwnDisksWillDo() {
    assertThatCode(() -> require("/usr/lib/unhang/unhang.jar")).doesNotThrowAnyException();
    assertThatCode(() -> require("/opt/tools/local/unhang.jar")).doesNotThrowAnyException();
    assertThatCode(() -> require("/opt/tools-of-mine/unhang.jar")).doesNotThrowAnyException();
  }

  @Test
  void whereItLiesIsNeverGuessed() {
    host.deny(new HostPath("/proc/self/mountinfo"));
    assertThatThrownBy(() -> require("/usr/lib/unhang/unhang.jar"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("/proc/self/mountinfo: denied");
  }

  @Test
  void aListWithoutTheRootTellsNothing() {
    host.write(new HostPath("/proc/self/mountinfo"), "");
    assertThatThrownBy(() -> require("/usr/lib/unhang/unhang.jar"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("names no file system for it");
  }

  @Test
  void ofTwoFileSystemsOnOneFolderTheLastOneIsSeen() {
    host.write(
        new HostPath("/proc/self/mountinfo"),
        """
        22 1 8:1 / / rw - ext4 /dev/sda1 rw
        40 22 8:2 / /opt/tools rw - xfs /dev/sda2 rw
        41 40 0:44 / /opt/tools rw - nfs4 nas:/tools rw
        """);
    assertThatThrownBy(() -> require("/opt/tools/unhang.jar")).hasMessageContaining("nfs4");
  }

  @Test
  void aNetworkFileSystemIsRefusedByName() {
    assertThatThrownBy(() -> require("/opt/tools/unhang.jar"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("nfs4");
    assertThatThrownBy(() -> require("/opt/my tools/unhang.jar")).hasMessageContaining("cifs");
  }
}
