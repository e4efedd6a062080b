package dev.unhang.sim;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.Prober;
import dev.unhang.model.host.Running;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The incident's hypervisor, simulated: pve-02 with eno1 under vmbr0 and a NAS as guest 100.
public final class SimHost implements HostView, HostControl, HostEvents {
  private static final SourceId PROGRAM = new SourceId("program");

  /// The interface the host's traffic leaves by.
  public static final InterfaceName NIC = new InterfaceName("eno1");

  private final SimTime time = new SimTime(Instant.parse("2025-05-25T13:19:00Z"));
  private final SimLog log = new SimLog();
  private final SimFiles files = new SimFiles();
  private final SimNic nic;
  private final SimPort port = new SimPort();
  private final SimPrograms programs = new SimPrograms(port, files);
  private int boots;
  private boolean sendsElsewhere;
  private List<String> startedWith = List.of();
  private Duration forwardsAfter = Duration.ZERO;
  private Duration linkCameBack = Duration.ZERO;
  private @Nullable SimLoad load;

  /// @param erratum whether the NIC hangs under load with segmentation offload on
  public SimHost(boolean erratum) {
    this(erratum ? SimErratum.SEGMENTATION : SimErratum.NONE);
  }

  /// @param erratum when the NIC stops sending
  public SimHost(SimErratum erratum) {
    nic = new SimNic(time, log, NIC.value(), erratum);
    SimTree.fill(files);
    time.everySecond(this::second);
    boot();
  }

  /// Virtual time.
  public Clocks clocks() {
    return time;
  }

  /// From now on the partner at the other end of the cable asks the NIC to pause, again and again.
  public void pauseForever() {
    nic.pauseForever();
  }

  /// From the beginning on, vmbr0 is of another kind.
  public void portOf(SimMaster master) {
    port.master(master);
  }

  /// From now on no question about the NIC is answered, as where a stuck driver holds rtnl.
  public void holdRtnl() {
    nic.holdRtnl();
  }

  /// From now on no question about links, addresses and routes is answered.
  public void silenceNetlink() {
    nic.silenceNetlink();
  }

  /// From now on every register reads all ones, as where the device is in a sleep that it does not
  /// wake from; its configuration space still answers.
  public void readAllOnes() {
    nic.readAllOnes();
  }

  /// From now on the device answers nothing on the bus, neither there nor in its registers.
  public void fallOffTheBus() {
    nic.fallOffTheBus();
    second();
  }

  /// From now on the kernel tells what only root may know: what wakes the machine.
  public void askedByRoot() {
    nic.askedByRoot();
  }

  /// Its link is gone, until it is set up again or its driver resets it.
  public void losesLink() {
    port.hasLink(false);
  }

  /// From now on its driver says nothing of a hang, as those do that have no words for it.
  public void silenceReports() {
    nic.silenceReports();
  }

  /// From now on its traffic leaves by another interface, as that of a bond may.
  public void sendsElsewhere() {
    sendsElsewhere = true;
  }

  /// How the program that was started last was called; empty where none was.
  public List<String> startedWith() {
    return startedWith;
  }

  /// Its driver sorts packets by rules of its receive filter, until it is rebound.
  public void offersReceiveFilter() {
    nic.offersReceiveFilter();
  }

  /// The switch port forwards so long after its link came back, as one without portfast does.
  public void forwardsAfter(Duration delay) {
    forwardsAfter = delay;
  }

  /// Whoever looks at a path, or below it, waits for ever: a cluster file system without quorum.
  public void block(HostPath path) {
    files.withhold(path, SimFiles.Withheld.BLOCKED);
  }

  /// A path, and what is below it, may not be read.
  public void deny(HostPath path) {
    files.withhold(path, SimFiles.Withheld.DENIED);
  }

  /// From now on a program that only reads answers so.
  ///
  /// @param line its command line
  public void answers(String line, CommandOutput output) {
    programs.answers(line, output);
  }

  /// Whether the transmit unit stands still.
  public boolean isHung() {
    return nic.isStuck();
  }

  /// The clock is set, forwards or backwards.
  public void setClock(Duration by) {
    time.set(by);
  }

  /// Something is logged.
  ///
  /// @param writer `kernel` for what the kernel wrote, whatever text made it do so
  /// @param device the record's own field, `+pci:0000:00:19.0`
  public void logs(String writer, Optional<String> device, String message) {
    log.write(time, writer, device, message);
  }

  /// A file is gone.
  public void delete(HostPath path) {
    files.remove(path.value());
  }

  /// Which boot it is in.
  public BootId bootId() {
    return new BootId(log.bootId());
  }

  /// A file as another program would write it.
  public void write(HostPath path, String text) {
    files.put(path.value(), text);
  }

  /// Shuts the host down cleanly and boots it again; what interfaces(5) says is run.
  public void powerCycle() {
    load = null;
    log.write(time, "systemd-shutdown", Optional.empty(), "Syncing filesystems and block devices.");
    log.write(
        time, "systemd-shutdown", Optional.empty(), "Sending SIGTERM to remaining processes...");
    time.boot();
    boot();
  }

  private void boot() {
    boots++;
    log.boot(String.format("%032x", 0x5eed0000L + boots));
    files.put("/proc/sys/kernel/random/boot_id", dashed(log.bootId()));
    nic.reset();
    port.boot();
    port.show(files);
    log.write(time, "kernel", Optional.empty(), "Linux version 6.8.12-10-pve (simulated)");
    log.write(
        time,
        "kernel",
        Optional.of("+pci:" + SimNic.PCI),
        "e1000e "
            + SimNic.PCI
            + " "
            + NIC
            + ": NIC Link is Up 1000 Mbps Full Duplex, Flow Control:"
            + " Rx/Tx");
    SimIfupdown.raise(files, nic);
    second();
  }

  private static String dashed(String id) {
    return id.substring(0, 8)
        + "-"
        + id.substring(8, 12)
        + "-"
        + id.substring(12, 16)
        + "-"
        + id.substring(16, 20)
        + "-"
        + id.substring(20);
  }

  private void second() {
    nic.second(load != null && load.isRunning() && !sendsElsewhere);
    if (load != null) {
      load.second(nic.isStuck());
    }
    files.put("/proc/uptime", time.monotonic().toSeconds() + ".00 0.00\n");
    files.put("/sys/class/net/" + NIC + "/statistics/tx_bytes", nic.bytes() + "\n");
    files.put(
        new HostPath("/sys/bus/pci/devices/" + SimNic.PCI + "/config"),
        Content.of(nic.configuration()));
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return files.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return files.read(path).map(SimBytes::new);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    return files.list(folder);
  }

  @Override
  public Reading<String> link(HostPath path) {
    return files.link(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return files.attributes(path);
  }

  @Override
  public Reading<CommandOutput> command(Command command) {
    return programs.command(command);
  }

  @Override
  public Reading<Integer> stream(Command command, ByteSink out) {
    if (!command.argv().getFirst().equals("journalctl")) {
      return new Reading.Absent<>(
          PROGRAM, WhyAbsent.NOT_OFFERED, command.argv().getFirst() + " is not simulated");
    }
    Optional<byte[]> entries = log.read(SimJournalctl.boot(command.argv(), log.boots()));
    entries.ifPresent(bytes -> out.accept(bytes, 0, bytes.length));
    return new Reading.Read<>(entries.isPresent() ? 0 : 1, new Origin("journalctl (simulated)"));
  }

  @Override
  public KernelView kernel() {
    return new SimKernel(nic, port);
  }

  @Override
  public Optional<HostView> later() {
    time.pause(Duration.ofSeconds(1));
    return Optional.of(this);
  }

  @Override
  public void replaceFile(FileEdit edit) {
    if (files.read(edit.path()).known().filter(edit.before()::equals).isEmpty()) {
      throw new CannotChange(
          "write", edit.path().value(), "it was changed, not by unhang", "look, then try again");
    }
    // Written beside, and moved.
    files.remove(edit.path().beside().value());
    files.put(edit.path(), edit.after());
  }

  @Override
  public void make(HostPath path, Entry entry) {
    if (files.attributes(path).known().isPresent()) {
      throw new CannotChange("make", path.value(), "something is there", "look, then try again");
    }
    files.make(path, entry);
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    if (!files.holds(path, entry)) {
      throw new CannotChange("take away", path.value(), "it was changed", "look at it");
    }
    files.remove(path.value());
  }

  @Override
  public void run(Command command) {
    programs.run(command);
  }

  @Override
  public void detach(String name, List<String> argv) {
    throw notSimulated("start " + name);
  }

  private static CannotChange notSimulated(String what) {
    return new CannotChange(what, "", "it is not simulated", "use the real host");
  }

  @Override
  public void order(KernelOrder order) {
    switch (order) {
      case KernelOrder.SetFeatures set -> setFeatures(set);
      case KernelOrder.Tune tune -> nic.tuned().set(tune.tuning());
      case KernelOrder.RestartNegotiation restart -> {
        linkCameBack = time.monotonic();
        nic.resetAdapter();
      }
      case KernelOrder.SetUp set -> {
        linkCameBack = port.isUp() == set.up() ? linkCameBack : time.monotonic();
        port.up(set.up());
        nic.resetAdapter();
      }
      case KernelOrder.SetMaster set -> setMaster(set);
      case KernelOrder.SetMtu set -> port.mtu(set.bytes());
      case KernelOrder.Bind bind -> {
        port.bound(bind.bound());
        if (bind.bound()) {
          nic.probe();
        }
      }
      case KernelOrder.RemoveFunction remove -> port.onBus(false);
      case KernelOrder.RescanBus rescan -> {
        port.onBus(true);
        nic.found();
      }
    }
    port.show(files);
  }

  /// Makes the NIC stand still.
  public void hang(SimFault fault) {
    nic.hang(fault);
    second();
  }

  /// Asks the gateway behind vmbr0.
  public Prober prober() {
    return new SimProber(
        () -> port.isThere() && port.isUp() && port.isBridged() && nic.sendsFrame() && forwards());
  }

  private boolean forwards() {
    return time.monotonic().minus(linkCameBack).compareTo(forwardsAfter) >= 0;
  }

  private void setMaster(KernelOrder.SetMaster set) {
    if (!port.bridged(set.master().isPresent())) {
      throw new CannotChange(
          set.what(), set.where(), "Operation not supported", "see what it is a port of");
    }
  }

  private void setFeatures(KernelOrder.SetFeatures set) {
    for (String feature : set.features()) {
      if (!nic.set(feature, set.on())) {
        throw new CannotChange(
            "turn " + (set.on() ? "on " : "off ") + feature,
            set.nic().value(),
            "the kernel accepted the order and did not grant it",
            "see what is fixed and what another feature holds back");
      }
    }
  }

  @Override
  public Running start(Command command, ByteSink out) {
    if (!command.argv().getFirst().equals("iperf3")) {
      throw notSimulated("start " + command.argv().getFirst());
    }
    startedWith = command.argv();
    SimLoad started = new SimLoad(command.argv());
    load = started;
    return started;
  }

  @Override
  public Running followKernelLog(ByteSink out) {
    log.follow(out);
    return new SimFollowing(() -> log.unfollow(out));
  }
}
