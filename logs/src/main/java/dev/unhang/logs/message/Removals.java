package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A NIC that was taken away on purpose: its driver was unbound, its card or its dock was
/// unplugged.
///
/// ```
/// e1000e 0000:00:1f.6 eno1: removed PHC
/// igc 0000:02:00.0 enp2s0: PHC removed
/// pcieport 0000:00:1c.4: pciehp: Slot(4): Card not present
/// ax88179_178a 2-1:1.0 eth1: unregister 'ax88179_178a' usb-0000:00:14.0-1, ASIX AX88179 USB 3.0
/// usb 2-1.4: USB disconnect, device number 5
/// ```
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ptp.c, e1000e_ptp_remove();
/// drivers/net/ethernet/intel/igc/igc_ptp.c, igc_ptp_stop();
/// drivers/net/ethernet/intel/ice/ice_ptp.c, ice_ptp_release(); drivers/pci/hotplug/pciehp_ctrl.c,
/// pciehp_handle_presence_or_link_change(); drivers/net/usb/usbnet.c, usbnet_disconnect();
/// drivers/usb/core/hub.c, usb_disconnect() (v6.12)
final class Removals implements MessageFamily {
  private static final String CLOCK = "removed PHC";
  private static final String IGC_CLOCK = "PHC removed";
  private static final String ICE_CLOCK = "Removed PTP clock";
  private static final String SLOT = "Card not present";
  private static final String ADAPTER = "unregister '";
  private static final String USB = "USB disconnect, device number ";

  private static final Pattern SLOT_FORM =
      Pattern.compile(
          "^pcieport [0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]: (?:pciehp: )?"
              + "Slot\\([^)]{1,20}\\): Card not present");

  private static final Pattern USB_FORM =
      Pattern.compile("^usb \\d{1,3}-\\d[\\d.]{0,20}: USB disconnect, device number ");

  @Override
  public List<String> words() {
    return List.of(CLOCK, IGC_CLOCK, ICE_CLOCK, SLOT, ADAPTER, USB);
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    String text = line.strip();
    if (text.contains(SLOT)) {
      return ofHost(SLOT_FORM, record, text, Notice.CARD_UNPLUGGED);
    }
    if (text.contains(USB)) {
      return ofHost(USB_FORM, record, text, Notice.USB_UNPLUGGED);
    }
    return Stream.of(CLOCK, IGC_CLOCK, ICE_CLOCK)
        .flatMap(clock -> ofNic(clock, record, text, Notice.DRIVER_REMOVED).stream())
        .findFirst()
        .or(() -> ofNic(ADAPTER, record, text, Notice.ADAPTER_UNPLUGGED));
  }

  private static Optional<KernelEvent> ofHost(
      Pattern form, LogRecord record, String text, Notice notice) {
    return form.matcher(text).find()
        ? Optional.of(event(record, text, LoggedNic.UNNAMED, notice))
        : Optional.empty();
  }

  private static Optional<KernelEvent> ofNic(
      String words, LogRecord record, String text, Notice notice) {
    int at = text.indexOf(words);
    return at <= 0
        ? Optional.empty()
        : NicPrefix.ofNic(text.substring(0, at)).map(nic -> event(record, text, nic, notice));
  }

  private static KernelEvent event(LogRecord record, String text, LoggedNic nic, Notice notice) {
    return new KernelEvent.Noticed(record.boot(), record.at(), record.place(), text, nic, notice);
  }
}
