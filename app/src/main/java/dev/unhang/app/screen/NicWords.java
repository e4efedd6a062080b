package dev.unhang.app.screen;

import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import java.util.List;

/// How a NIC is driven and set, in a line each. Not escaped yet.
final class NicWords {
  private NicWords() {}

  static String driver(DriverInfo driver) {
    return driver.driver()
        + " "
        + orEmpty(driver.version())
        + ", firmware "
        + orEmpty(driver.firmware())
        + ", bus info "
        + orEmpty(driver.busInfo());
  }

  private static String orEmpty(String text) {
    return text.isEmpty() ? "empty" : text;
  }

  /// `14 on, 8 off; 9 of them fixed; wanted and not granted: tx-tcp-segmentation`.
  static String offloads(Offloads offloads) {
    long on = offloads.all().stream().filter(Offload::active).count();
    long fixed = offloads.all().stream().filter(offload -> !offload.changeable()).count();
    List<String> requested =
        offloads.all().stream()
            .filter(offload -> offload.changeable() && offload.active() != offload.wanted())
            .map(offload -> offload.name() + offload.mark())
            .toList();
    return on
        + " on, "
        + (offloads.all().size() - on)
        + " off; "
        + fixed
        + " of them fixed, "
        + requested.size()
        + " requested otherwise"
        + (requested.isEmpty() ? "" : ": " + String.join(", ", requested));
  }
}
