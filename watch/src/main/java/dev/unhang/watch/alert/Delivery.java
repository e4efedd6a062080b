package dev.unhang.watch.alert;

/// One way by which an alert goes out, and how far it got.
///
/// @param channel as the policy names it
/// @param tries how often it was begun
public record Delivery(String channel, Status status, int tries) {
  /// How far it got.
  public enum Status {
    /// To be sent, again where it was tried before.
    WAITING,
    /// Being sent.
    SENDING,
    /// Taken by whoever forwards it.
    SENT,
    /// Never taken, and too old.
    EXPIRED,
    /// The program ended while it was sent: it may have arrived, and is not sent again.
    UNCERTAIN
  }

  static Delivery to(String channel) {
    return new Delivery(channel, Status.WAITING, 0);
  }

  Delivery in(Status next) {
    return new Delivery(channel, next, next == Status.SENDING ? tries + 1 : tries);
  }

  /// Whether nothing more will be done about it.
  public boolean isSettled() {
    return status == Status.SENT || status == Status.EXPIRED || status == Status.UNCERTAIN;
  }
}
