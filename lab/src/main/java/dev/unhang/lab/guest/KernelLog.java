package dev.unhang.lab.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the kernel has said since it booted, as the lab itself looks at it: with plain searches,
/// and on purpose without any code of unhang's, which is what it judges.
///
/// @param text the output of dmesg
public record KernelLog(String text) {

  /// The driver's words. Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang()
  /// (v6.1)
  private static final String HANG = "Detected Hardware Unit Hang";

  private static final Pattern HEAD_AND_TAIL =
      Pattern.compile("TDH\\s+<([0-9a-f]+)>\\s+TDT\\s+<([0-9a-f]+)>");

  /// The lines that hold these words.
  public List<String> linesWith(String words) {
    return text.lines().filter(line -> line.contains(words)).toList();
  }

  /// How many hangs were reported.
  public int hangs() {
    return linesWith(HANG).size();
  }

  /// Whether in each report the hardware's head of the ring is not at its tail: work waits that is
  /// not done.
  public boolean workWaitsInEachReport() {
    Matcher dump = HEAD_AND_TAIL.matcher(text);
    List<Boolean> waits = new ArrayList<>();
    while (dump.find()) {
      waits.add(!dump.group(1).equals(dump.group(2)));
    }
    return !waits.isEmpty() && !waits.contains(false);
  }

  /// The lines about hangs, resets and links: what a failed check shows.
  public String story() {
    return String.join(
        "\n",
        text.lines()
            .filter(line ->
                line.contains(HANG)
                    || line.contains("WATCHDOG")
                    || line.contains("Reset adapter")
                    || line.contains("NIC Link"))
            .toList());
  }
}
