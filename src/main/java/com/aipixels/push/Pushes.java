package com.aipixels.push;

import com.aipixels.identity.UserId;
import com.aipixels.outbound.ForbiddenAddress;
import com.aipixels.problems.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The browsers that are told of news while nobody looks.
@Component
public class Pushes {

  private static final int MOST_BROWSERS = 20;

  private final ObjectProvider<PushSender> sender;
  private final SubscriptionTable subscriptions;

  Pushes(ObjectProvider<PushSender> sender, SubscriptionTable subscriptions) {
    this.sender = sender;
    this.subscriptions = subscriptions;
  }

  /// What a browser subscribes with, in base64url; empty where pushes are off.
  public Optional<String> applicationServerKey() {
    return sender.stream().findFirst().map(PushSender::applicationServerKey);
  }

  /// @throws Problem `not_found` where pushes are off
  Subscribed subscribe(UserId member, Subscription subscription, String language) {
    PushSender on = sender.stream().findFirst().orElseThrow(Problem::notFound);
    try {
      on.check(subscription);
    } catch (ForbiddenAddress _) {
      throw Problem.invalid("endpoint", "must be the address of a push service");
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("keys", "must be the keys of a push subscription");
    }
    Subscribed subscribed = subscriptions.put(member, subscription, language);
    subscriptions.removeOldest(member, MOST_BROWSERS);
    return subscribed;
  }

  List<Subscribed> of(UserId member) {
    return subscriptions.of(member);
  }

  void unsubscribe(UserId member, long id) {
    subscriptions.remove(member, id);
  }
}
