package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A USB device that is reset where it is, as drivers of USB NICs ask for when a transfer doesn't
/// come back.
///
/// ```
/// usb 4-1: reset SuperSpeed USB device number 2 using xhci-hcd
/// ```
///
/// Kernel: drivers/usb/core/hub.c, hub_port_init() (v6.1)
final class UsbResets implements MessageFamily {
  private static final Pattern FORM =
      Pattern.compile(
          "^usb (?<port>\\d{1,3}-\\d[\\d.]{0,20}): reset (?:low|full|high|Super|super)["
              + " -]?[Ss]peed.{0,20} USB device (?:number |using ).*");

  @Override
  public List<String> words() {
    return List.of(
        ": reset high", ": reset Super", ": reset super", ": reset full", ": reset low-");
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    String text = line.strip();
    return text.startsWith("usb ") && FORM.matcher(text).matches()
        ? Optional.of(
            new KernelEvent.Noticed(
                record.boot(),
                record.at(),
                record.place(),
                text,
                LoggedNic.UNNAMED,
                Notice.USB_RESET))
        : Optional.empty();
  }
}
