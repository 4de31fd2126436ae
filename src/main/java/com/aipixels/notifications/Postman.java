package com.aipixels.notifications;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings news to inboxes, a batch of causes in one transaction: a process that dies over it leaves
/// everything as it was, causes included.
@Component
class Postman {

  private static final int AT_ONCE = 1_000;
  private static final int FOLLOWERS_AT_ONCE = 2_000;
  private static final int FEWEST_FOLLOWERS = 20;

  private final CauseTable causes;
  private final NewsTable news;
  private final TransactionOperations transaction;

  Postman(CauseTable causes, NewsTable news, TransactionOperations transaction) {
    this.causes = causes;
    this.news = news;
    this.transaction = transaction;
  }

  /// False where there was nothing to do.
  boolean deliver() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          List<Cause> taken = causes.take(AT_ONCE);
          Map<Topic, List<Cause>> topics =
              taken.stream()
                  .collect(
                      Collectors.groupingBy(
                          Cause::kindOfTopic,
                          () -> new EnumMap<>(Topic.class),
                          Collectors.toList()));
          topics.forEach(this::deliver);
          return !taken.isEmpty();
        }));
  }

  private void deliver(Topic topic, List<Cause> about) {
    switch (topic) {
      case LIKE, FOLLOW -> agree(topic, about);
      case COMMENT -> {
        agree(topic, about);
        news.removeOfComments(about);
      }
      case PICTURE -> tellFollowers(about);
      case GONE -> news.removeOfPictures(about, FOLLOWERS_AT_ONCE);
      case GENERATION, TOLD -> news.bring(topic, about, 0);
    }
  }

  private void agree(Topic topic, List<Cause> about) {
    news.hold(topic, about);
    news.withdraw(topic, about);
    news.bring(topic, about, 0);
  }

  /// Where to go on is noted first: whoever stops following in between must not make the next one
  /// be left out.
  private void tellFollowers(List<Cause> pictures) {
    int followers = Math.max(FEWEST_FOLLOWERS, FOLLOWERS_AT_ONCE / pictures.size());
    causes.goOnAfter(pictures, followers);
    news.bring(Topic.PICTURE, pictures, followers);
  }
}
