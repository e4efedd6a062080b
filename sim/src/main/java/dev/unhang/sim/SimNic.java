package dev.unhang.sim;

import dev.unhang.model.net.Counter;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.RegisterDump;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An e1000e with a transmit ring and an erratum: under load its transmit unit stops after a while
/// and never goes on by itself. A partner can keep it from sending, too.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() for the report's text
/// and its 2 s rhythm (v6.1)
final class SimNic {
  static final String PCI = "0000:00:19.0";

  /// Of the range that documents may use.
  static final String MAC = "00:00:5e:00:53:01";

  /// 117 MB/s is what a saturated gigabit link carries in TCP payload and headers.
  private static final long BYTES_A_SECOND = 117_000_000;

  private static final long FRAME = 1500;

  private static final int REPORT_EVERY_SECONDS = 2;
  private static final int HZ = 250;
  private static final int HEAD = 0x61;
  private static final int TAIL = 0x90;
  private static final int RING = 256;

  /// As many as keep a gigabit link silent: each asks for 33.6 ms.
  private static final int PAUSES_A_SECOND = 30;

  /// `E1000_STATUS_TXOFF`.
  private static final int TXOFF = 0x10;

  /// `E1000_REGS_LEN`.
  private static final int REGISTERS = 32;

  private final SimTime time;
  private final SimLog log;
  private final String name;
  private final SimErratum erratum;
  private List<Offload> offloads = new ArrayList<>();
  private SimTuned tuned = new SimTuned();
  private SimFault fault = SimFault.TRANSMIT_STOPPED;
  private int loadedSeconds;
  private int stuckSeconds = -1;
  private long stuckAt;
  private long bytes;
  private boolean isPaused;
  private boolean unanswered;
  private boolean netlinkDumb;
  private boolean allOnes;
  private boolean offTheBus;
  private boolean reportsNothing;
  private boolean askedByRoot;
  private long pauseFrames;

  SimNic(SimTime time, SimLog log, String name, SimErratum erratum) {
    this.time = time;
    this.log = log;
    this.name = name;
    this.erratum = erratum;
    reset();
  }

  /// What a probe of the driver makes of it.
  final void reset() {
    mended();
    bytes = 0;
    tuned = new SimTuned();
    offloads = new ArrayList<>(SimFeatures.ofE1000e());
  }

  /// What the driver's reset makes of it: the rings are empty, the values stay. It does not hint
  /// every fault.
  final void resetAdapter() {
    if (fault == SimFault.TRANSMIT_STOPPED) {
      mended();
    }
  }

  /// What a probe makes of it: its values are the driver's again.
  void probe() {
    if (fault == SimFault.DMA_STOPPED) {
      mended();
    }
    resetAdapter();
    tuned = new SimTuned();
    offloads = new ArrayList<>(SimFeatures.ofE1000e());
  }

  /// What the bus and then a probe make of it when it is found anew.
  void found() {
    if (fault == SimFault.LOST_BY_DRIVER) {
      mended();
    }
    probe();
  }

  private void mended() {
    fault = SimFault.TRANSMIT_STOPPED;
    loadedSeconds = 0;
    stuckSeconds = -1;
  }

  /// Stands still from now on.
  void hang(SimFault kind) {
    fault = kind;
    stuckSeconds = 0;
    stuckAt = jiffies();
  }

  /// The first bytes of its configuration space: vendor, device, command.
  byte[] configuration() {
    if (offTheBus) {
      return new byte[] {-1, -1, -1, -1, -1, -1};
    }
    boolean mayUseBus = !(isStuck() && fault == SimFault.DMA_STOPPED);
    return new byte[] {
      (byte) 0x86, (byte) 0x80, 0x3a, 0x15, (byte) (mayUseBus ? 0x06 : 0x02), 0x04
    };
  }

  SimTuned tuned() {
    return tuned;
  }

  Offloads offloads() {
    return new Offloads(offloads);
  }

  /// Asks for a feature; what depends on it follows.
  ///
  /// @return whether it is granted
  boolean set(String feature, boolean on) {
    offloads.replaceAll(offload ->
        offload.name().equals(feature) && offload.changeable()
            ? new Offload(feature, offload.active(), on, true)
            : offload);
    offloads = SimFeatures.granted(offloads);
    return offloads()
        .named(feature)
        .map(Offload::active)
        .filter(active -> active == on)
        .isPresent();
  }

  long bytes() {
    return bytes;
  }

  /// Whether it sends a frame that it is given.
  boolean sendsFrame() {
    bytes += isStuck() ? 0 : FRAME;
    return !isStuck();
  }

  boolean isStuck() {
    return stuckSeconds >= 0;
  }

  /// See [SimHost#holdRtnl()].
  void holdRtnl() {
    unanswered = true;
  }

  boolean isUnanswered() {
    return unanswered;
  }

  /// See [SimHost#silenceNetlink()].
  void silenceNetlink() {
    netlinkDumb = true;
  }

  boolean isNetlinkDumb() {
    return netlinkDumb;
  }

  /// See [SimHost#fallOffTheBus()].
  void fallOffTheBus() {
    offTheBus = true;
    allOnes = true;
  }

  /// See [SimHost#askedByRoot()].
  void askedByRoot() {
    askedByRoot = true;
  }

  boolean isAskedByRoot() {
    return askedByRoot;
  }

  /// See [SimHost#offersReceiveFilter()].
  void offersReceiveFilter() {
    offloads.replaceAll(offload ->
        offload.name().equals("rx-ntuple-filter")
            ? new Offload(offload.name(), true, true, true)
            : offload);
  }

  /// See [SimHost#readAllOnes()].
  void readAllOnes() {
    allOnes = true;
  }

  /// From now on its partner asks it to pause, again and again.
  void pauseForever() {
    isPaused = true;
  }

  List<Counter> statistics() {
    return List.of(
        new Counter("tx_packets", bytes / 1500),
        new Counter("tx_bytes", bytes),
        new Counter("tx_timeout_count", 0),
        new Counter("tx_dma_failed", 0),
        new Counter("rx_flow_control_xoff", pauseFrames));
  }

  /// Head and tail as its report prints them; while it sends the ring is empty.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_get_regs() (v6.1)
  RegisterDump registers() {
    Integer[] words = new Integer[REGISTERS];
    Arrays.fill(words, 0);
    boolean stands = isPaused || isStuck();
    words[1] = isPaused ? 0x80083 | TXOFF : 0x80083;
    words[7] = 0x3103f0fa;
    words[8] = RING * 16;
    words[9] = stands ? HEAD : 0;
    words[10] = stands ? TAIL : 0;
    if (allOnes) {
      Arrays.fill(words, -1);
    }
    return new RegisterDump(1 << 24 | 4 << 16 | 0x153a, List.of(words));
  }

  /// A second passes.
  void second(boolean underLoad) {
    if (isPaused) {
      pauseFrames += PAUSES_A_SECOND;
      return;
    }
    if (isStuck()) {
      stuckSeconds++;
      if (stuckSeconds % REPORT_EVERY_SECONDS == 0) {
        report();
      }
      return;
    }
    if (!underLoad) {
      loadedSeconds = 0;
      return;
    }
    bytes += BYTES_A_SECOND;
    loadedSeconds++;
    if (erratum.stops(offloads(), loadedSeconds)) {
      stuckSeconds = 0;
      stuckAt = jiffies();
    }
  }

  private long jiffies() {
    return (1L << 32) + (time.monotonic().toSeconds() - 300) * HZ;
  }

  /// See [SimHost#silenceReports()].
  void silenceReports() {
    reportsNothing = true;
  }

  private void report() {
    if (reportsNothing) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("e1000e " + PCI + " " + name + ": Detected Hardware Unit Hang:");
    field(text, "  TDH                  ", HEAD);
    field(text, "  TDT                  ", TAIL);
    field(text, "  next_to_use          ", TAIL);
    field(text, "  next_to_clean        ", 0x60);
    text.append("\nbuffer_info[next_to_clean]:");
    field(text, "  time_stamp           ", stuckAt);
    field(text, "  next_to_watch        ", 0x61);
    field(text, "  jiffies              ", jiffies());
    field(text, "  next_to_watch.status ", 0);
    field(text, "MAC Status             ", 0x80083);
    field(text, "PHY Status             ", 0x796d);
    field(text, "PHY 1000BASE-T Status  ", 0x3800);
    field(text, "PHY Extended Status    ", 0x3000);
    field(text, "PCI Status             ", 0x10);
    log.write(time, "kernel", Optional.of("+pci:" + PCI), text.toString());
  }

  private static void field(StringBuilder text, String label, long value) {
    text.append('\n').append(label).append('<').append(Long.toHexString(value)).append('>');
  }
}
