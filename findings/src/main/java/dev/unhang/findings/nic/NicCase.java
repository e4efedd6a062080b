package dev.unhang.findings.nic;

import dev.unhang.model.change.Change;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.ToldChip;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.Standstill;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One NIC of a host, as a rule sees it: what the logs say of it, and what the host says of it now.
///
/// @param logged as the logs name it; only the name where no log does
/// @param now empty when judging a saved log, and for a NIC that is gone
/// @param log what the host's logs say, of any NIC
public record NicCase(
    HostFacts host,
    LoggedNic logged,
    List<Episode> episodes,
    Optional<NicFacts> now,
    LoggedOfHost log) {
  /// Reports come at least every 4 s: a NIC that reported within this is hung now.
  private static final Duration HUNG_NOW = Duration.ofSeconds(12);

  private static final Set<String> E1000E = Set.of("e1000e", "e1000");

  public NicCase {
    episodes = List.copyOf(episodes);
  }

  /// The name a person would type; the address where nothing tells the name.
  public String name() {
    return interfaceName()
        .or(() -> logged.pci().map(PciAddress::value))
        .orElse("a NIC the log doesn't name");
  }

  /// The name of its interface as a command in a shell needs it; where nothing tells it, `IFACE`
  /// stands for it.
  public String typedName() {
    return interfaceName().map(ShellWord::operand).orElse("IFACE");
  }

  /// The name of its interface; empty where nothing that was read tells it.
  public Optional<String> interfaceName() {
    return now.map(nic -> nic.name().value()).or(logged::interfaceName);
  }

  /// By all that is known: the name in use, the driver, the address.
  public LoggedNic known() {
    return new LoggedNic(driver(), address(), interfaceName());
  }

  /// When its transmit queues stood still without a hang report.
  public List<Standstill> standstills() {
    return log.standstills(logged);
  }

  /// The log that one of its episodes or standstills was read from.
  public Optional<LogFacts> logOf(Object thing) {
    return log.logOf(thing);
  }

  /// The boot that one of its episodes is of.
  public Optional<LogCoverage> coverOf(Episode episode) {
    return log.coverOf(episode);
  }

  /// Episodes that were real.
  public List<Episode> hangs() {
    return episodes.stream().filter(episode -> new HangPicture(episode).isHang()).toList();
  }

  /// What else the logs say went wrong with it.
  public List<FaultLines> faults(Fault... kinds) {
    List<Fault> wanted = List.of(kinds);
    return log.faults(logged).stream().filter(lines -> wanted.contains(lines.fault())).toList();
  }

  /// What else the logs say of it.
  public List<NoticeLines> notices(Notice... kinds) {
    List<Notice> wanted = List.of(kinds);
    return log.notices(logged).stream().filter(lines -> wanted.contains(lines.notice())).toList();
  }

  /// What the logs say of the host as a whole, or of any of its NICs.
  public List<NoticeLines> hostNotices(Notice... kinds) {
    return Stream.of(kinds).flatMap(kind -> log.notices(kind).stream()).toList();
  }

  /// Whether the core's watchdog counted a timeout on any of its queues since it was bound.
  public boolean hasTimedOut() {
    return now.flatMap(nic -> nic.seen().counts().txQueues().known()).stream()
        .flatMap(List::stream)
        .anyMatch(queue -> queue.timeouts().filter(count -> count > 0).isPresent());
  }

  /// What its PCI number tells of it, by the host, else by a log that names the chip; empty where
  /// neither was read.
  public Optional<Chip> chip() {
    return now.flatMap(NicFacts::device)
        .flatMap(NicDevice.Pci::chip)
        .or(() -> toldChip().map(ToldChip::chip));
  }

  /// The chip by the last line of a log that names it.
  Optional<ToldChip> toldChip() {
    return address()
        .flatMap(at ->
            host.chips().stream()
                .filter(each -> each.address().equals(at))
                .reduce((earlier, later) -> later));
  }

  /// Whether it is behind a port that leads out of the machine, as far as the firmware tells.
  public boolean isRemovable() {
    return now.flatMap(NicFacts::device).flatMap(NicDevice.Pci::removable).orElse(false);
  }

  /// Whether its driver is e1000e or its forerunner, as far as anything says which it is.
  public boolean isE1000e() {
    return driver().map(E1000E::contains).orElse(true);
  }

  /// The one that lasted longest by the reports, the last of equals: it decides what is shown.
  public Optional<Episode> worst() {
    Optional<Episode> worst = Optional.empty();
    for (Episode episode : hangs()) {
      if (worst.isEmpty() || ticks(episode) >= ticks(worst.get())) {
        worst = Optional.of(episode);
      }
    }
    return worst;
  }

  private static long ticks(Episode episode) {
    return episode.stuck().map(stuck -> stuck.ticks().count()).orElse(0L);
  }

  /// Its PCI address, by the host, else by the log.
  public Optional<PciAddress> address() {
    return now.flatMap(NicFacts::pci).or(logged::pci);
  }

  /// As any line of the logs names it.
  private Stream<LoggedNic> told() {
    return Stream.of(
            log.standstills(logged).stream().map(Standstill::nic),
            log.notices(logged).stream().map(NoticeLines::nic),
            log.faults(logged).stream().map(FaultLines::nic))
        .flatMap(each -> each)
        .filter(nic ->
            isPresentAndSame(nic.pci(), logged.pci())
                || isPresentAndSame(nic.interfaceName(), logged.interfaceName()));
  }

  /// A line that names nothing may be of any NIC.
  private static boolean isPresentAndSame(Optional<?> one, Optional<?> other) {
    return one.isPresent() && one.equals(other);
  }

  /// The driver, by the host's answer, else by any line of the logs that tells it.
  public Optional<String> driver() {
    return now.flatMap(NicFacts::driverName)
        .or(logged::driver)
        .or(() -> told().flatMap(nic -> nic.driver().stream()).findFirst());
  }

  /// The features in force now.
  public Optional<Offloads> offloads() {
    return now.flatMap(nic -> nic.offloads().known());
  }

  /// Whether TCP segmentation offload is on now; empty where that was not read.
  public Optional<Boolean> tsoIsOn() {
    return offloads().flatMap(offloads -> offloads.isOn(OffloadGroup.TSO));
  }

  /// Lines that switch a group, or a feature of it, in the order they act at boot.
  public List<Setting> settings(OffloadGroup group) {
    return now.flatMap(NicFacts::atBoot).map(lines -> lines.of(group)).orElse(List.of());
  }

  /// Whether lines that will be run keep the group off.
  public boolean isKeptOff(OffloadGroup group) {
    return now.map(nic -> nic.isKeptOff(group)).orElse(false);
  }

  /// Whether the driver lets any of a group's features be switched.
  public boolean canSwitch(OffloadGroup group) {
    return offloads().stream()
        .flatMap(offloads -> offloads.members(group).stream())
        .anyMatch(Offload::changeable);
  }

  /// Whether all configuration was read, and nothing in it keeps the group off.
  public boolean isKnownToBeLost(OffloadGroup group) {
    return now.flatMap(nic -> nic.settings().known()).isPresent() && !isKeptOff(group);
  }

  /// Whether reports are coming at this moment.
  public boolean isHungNow() {
    if (host.uptime().isEmpty() || host.boot().isEmpty()) {
      return false;
    }
    return hangs().stream()
        .filter(episode -> episode.boot().equals(host.boot()))
        .filter(episode -> endsNothing(episode.outcome()))
        .flatMap(episode -> episode.last().uptime().stream())
        .anyMatch(last -> isRecent(last, host.uptime().get()));
  }

  private static boolean endsNothing(Outcome outcome) {
    return outcome == Outcome.CONTINUING || outcome == Outcome.UNKNOWN;
  }

  private static boolean isRecent(Uptime last, Uptime now) {
    return now.micros() - last.micros() <= HUNG_NOW.toNanos() / 1000;
  }

  /// When unhang switched the group off here and kept it so, if it did and it was not reverted.
  public Optional<Instant> turnedOffAt(OffloadGroup group) {
    return host.changes().stream()
        .filter(change -> change.state() == Change.State.DONE)
        .filter(this::isOurs)
        .filter(change -> change.actions().stream().anyMatch(action -> turnsOff(action, group)))
        .map(Change::begun)
        .reduce((earlier, later) -> later);
  }

  private boolean isOurs(Change change) {
    return change.pci().isPresent() && now.isPresent()
        ? change.pci().equals(now.get().pci())
        : change.nic().value().equals(name());
  }

  private static boolean turnsOff(Action action, OffloadGroup group) {
    return action instanceof Action.SwitchOffload offload
        && offload.group() == group
        && !offload.on();
  }

  /// Answered by segmentation offload being off now, kept off at boot, and no hang since.
  public boolean isAnswered() {
    if (tsoIsOn().orElse(true) || !isKeptOff(OffloadGroup.TSO)) {
      return false;
    }
    Optional<Instant> since = turnedOffAt(OffloadGroup.TSO);
    return hangs().stream().allMatch(hang -> isBefore(hang, since));
  }

  private boolean isBefore(Episode hang, Optional<Instant> since) {
    if (since.isPresent() && hang.last().wall().isPresent()) {
      return hang.last().wall().get().isBefore(since.get());
    }
    return hang.boot().isPresent() && host.boot().isPresent() && !hang.boot().equals(host.boot());
  }

  /// The line that decides how a group is set at boot.
  public Optional<Setting> keeper(OffloadGroup group) {
    return now.flatMap(NicFacts::atBoot).flatMap(lines -> lines.deciding(group));
  }
}
