package dev.unhang.app.json;

import dev.unhang.app.text.EventWords;
import dev.unhang.app.text.JsonText;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.AdapterReset;
import dev.unhang.model.log.KernelEvent.BootBegins;
import dev.unhang.model.log.KernelEvent.FaultReported;
import dev.unhang.model.log.KernelEvent.FenceBegins;
import dev.unhang.model.log.KernelEvent.HangReported;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.Noticed;
import dev.unhang.model.log.KernelEvent.Renamed;
import dev.unhang.model.log.KernelEvent.ShutdownBegins;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.QueueTimeout;
import java.time.Instant;
import java.util.Optional;

/// `unhang.event/1`: one event of a kernel log, as one line of JSON.
public final class EventJson {
  /// The line's kind and version.
  public static final String SCHEMA = "unhang.event/1";

  private EventJson() {}

  /// The line, without its newline.
  ///
  /// @param seen when it was read; empty where a log at rest is read
  public static JsonText line(KernelEvent event, Optional<Instant> seen) {
    return Json.line(json -> {
      json.string("schema", SCHEMA)
          .string("event", EventWords.kind(event))
          .string("seen", seen.map(Instant::toString))
          .string("origin", event.place().origin().name())
          .string("place", event.place().toString())
          .string("boot", event.boot().map(BootId::value))
          .object("at", at -> ScanJson.stamp(at, event.at()));
      switch (event) {
        case HangReported hang -> {
          nic(json, hang.nic());
          json.object("registers", fields -> hang.dump().asPrinted().forEach(fields::string));
        }
        case WatchdogFired fired -> {
          nic(json, fired.nic());
          timeout(json, fired.timeout());
        }
        case TransmitTimedOut timedOut -> {
          nic(json, timedOut.nic());
          json.string("fault", Fault.TRANSMIT_TIMEOUT.word());
          timeout(json, timedOut.timeout());
        }
        case AdapterReset reset -> nic(json, reset.nic());
        case LinkChanged link -> {
          nic(json, link.nic());
          link.mode().megabits().ifPresent(megabits -> json.number("megabits", megabits));
        }
        case FaultReported fault -> {
          nic(json, fault.nic());
          json.string("fault", fault.fault().word());
        }
        case Noticed noticed -> {
          nic(json, noticed.nic());
          json.string("notice", noticed.notice().word());
        }
        case Renamed renamed -> {
          nic(json, renamed.nic());
          json.string("from", renamed.from());
        }
        case FenceBegins fence -> {}
        case BootBegins boot -> {}
        case ShutdownBegins shutdown -> {}
      }
      json.string("text", event.text());
    });
  }

  private static void timeout(Json json, QueueTimeout timeout) {
    timeout.queue().ifPresent(queue -> json.number("queue", queue));
    timeout.lasted().ifPresent(lasted -> json.number("stoodMillis", lasted.toMillis()));
  }

  private static void nic(Json json, LoggedNic nic) {
    json.string("interface", nic.interfaceName())
        .string("pci", nic.pci().map(PciAddress::value))
        .string("driver", nic.driver());
  }
}
