package dev.unhang.app.text;

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

/// One event of a kernel log, for a person.
public final class EventWords {
  private EventWords() {}

  /// What kind it is, as in JSON.
  public static String kind(KernelEvent event) {
    return switch (event) {
      case HangReported hang -> "hang";
      case WatchdogFired fired -> "watchdog";
      case TransmitTimedOut timeout -> "fault";
      case AdapterReset reset -> "reset";
      case LinkChanged link -> link.up() ? "link up" : "link down";
      case FaultReported fault -> "fault";
      case Noticed noticed -> "notice";
      case Renamed renamed -> "renamed";
      case FenceBegins fence -> "fence";
      case BootBegins boot -> "boot";
      case ShutdownBegins shutdown -> "shutdown";
    };
  }

  /// One line: when, what kind, and the kernel's words, with the registers of a hang.
  public static String line(KernelEvent event) {
    String words =
        event instanceof HangReported hang && !hang.dump().isHeaderOnly()
            ? event.text() + " " + hang.dump().asPrinted()
            : event.text();
    return EpisodeWords.when(event.at()) + "  " + String.format("%-9s", kind(event)) + "  " + words;
  }
}
