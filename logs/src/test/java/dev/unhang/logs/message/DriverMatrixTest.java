package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.AdapterReset;
import dev.unhang.model.log.KernelEvent.FaultReported;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.Noticed;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every driver of wired NICs says when its queue stands still, when it resets, when the NIC
/// is gone, and when the link changes: driver-matrix.tsv.
class DriverMatrixTest {
  private static final int COLUMNS = 6;
  private static final String NOTHING = "nothing";

  record Line(String event, String driver, String pci, String name, String text, String source) {}

  static Stream<Line> lines() {
    return Table.read(DriverMatrixTest.class, "driver-matrix.tsv", COLUMNS).rows().stream()
        .map(row ->
            new Line(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
  }

  private static Optional<KernelEvent> read(String line) {
    return MessageFamilies.read(
        new LogRecord(
            Optional.empty(),
            LogStamp.NONE,
            new Place.Line(new Origin("kernel.log"), 1),
            List.of(line),
            Border.STAMPED,
            Optional.of("kernel"),
            Optional.empty()),
        line);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsWhatItsDriverMeans(Line line) {
    Optional<KernelEvent> event = read(line.text());
    assertThat(event.map(DriverMatrixTest::words).orElse(NOTHING))
        .as(line.source())
        .isEqualTo(
            line.event().equals(NOTHING)
                ? NOTHING
                : line.event() + " of " + line.driver() + " " + line.pci() + " " + line.name());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineThatMeansSomethingIsFoundInBulkLogs(Line line) {
    byte[] bytes = ("xyz " + line.text()).getBytes(StandardCharsets.UTF_8);
    assertThat(
            line.event().equals(NOTHING)
                || MessageFamilies.candidates().any(bytes, 0, bytes.length))
        .as(line.text())
        .isTrue();
  }

  private static String words(KernelEvent event) {
    return switch (event) {
      case WatchdogFired it -> "watchdog of " + named(it.nic());
      case TransmitTimedOut it -> "transmit timeout of " + named(it.nic());
      case AdapterReset it -> "reset of " + named(it.nic());
      case LinkChanged it -> (it.up() ? "link up of " : "link down of ") + named(it.nic());
      case FaultReported it -> it.fault().word() + " of " + named(it.nic());
      case Noticed it -> it.notice().word() + " of " + named(it.nic());
      default -> event.toString();
    };
  }

  private static String named(LoggedNic nic) {
    return nic.driver().orElse("-")
        + " "
        + nic.pci().map(PciAddress::value).orElse("-")
        + " "
        + nic.interfaceName().orElse("-");
  }
}
