package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A transmit timeout in the words that most drivers have for it, of any driver:
///
/// ```
/// enc28j60 spi0.0 eth0: tx timeout
/// natsemi 0000:02:09.0 eth1: Transmit timed out, status 0x000200, resetting...
/// eth0: transmit timed out, tx_status 00 status e601.
/// ```
///
/// Kernel: include/linux/netdevice.h, ndo_tx_timeout(); drivers/net/ethernet/natsemi/natsemi.c,
/// ns_tx_timeout() (v6.1)
final class TransmitTimeouts implements MessageFamily {
  /// The words begin the message, or stand behind the name of what timed out.
  private static final Pattern FORM =
      Pattern.compile(
          "(?<before>^.{0,160}?[:\\]] ?)(?:[A-Z0-9][\\w-]{0,15} )?"
              + "(?:transmit(?:ter)?|xmit|tx)[ _-]?"
              + "(?:timed out|time ?out\\b|(?:is )?(?:hang|hung|stuck)\\b)"
              + "(?! (?:value|set|was|changed|after|recovery))(?<behind>.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RESETS =
      Pattern.compile("\\b(?:reset|restart)(?:ting|ing)?\\b", Pattern.CASE_INSENSITIVE);

  private static final List<String> WORDS =
      List.of(
          "ransmit timed out",
          "ransmit timeout",
          "ransmit time out",
          "ransmitter is stuck",
          "TRANSMIT TIMED OUT",
          "xmit timeout",
          "xmit timed out",
          ": tx timeout",
          ": Tx timeout",
          ": TX timeout",
          ": Tx Timeout",
          ": TX Timeout",
          ": TX TIMEOUT",
          "tx_timeout",
          "Tx-timeout",
          ": tx timed out",
          ": Tx timed out",
          ": TX timed out",
          ": tx time out",
          ": Tx time out",
          ": TX time out",
          "tx hang",
          "Tx hang",
          "TX hang",
          "Tx hung",
          "TX hung",
          "tx stuck",
          "Tx stuck",
          "TX stuck");

  @Override
  public List<String> words() {
    return WORDS;
  }

  @Override
  public Optional<KernelEvent> read(LogRecord record, String line) {
    if (WORDS.stream().noneMatch(line::contains)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(line);
    return matcher.find()
        ? NicPrefix.ofNic(matcher.group("before"))
            .map(nic ->
                new KernelEvent.TransmitTimedOut(
                    record.boot(),
                    record.at(),
                    record.place(),
                    line.strip(),
                    nic,
                    Told.timeout(matcher, RESETS.matcher(matcher.group("behind")).find())))
        : Optional.empty();
  }
}
