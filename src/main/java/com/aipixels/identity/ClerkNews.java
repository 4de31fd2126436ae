package com.aipixels.identity;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Clerk tells of its users, in any order and any number of times.
@Component
class ClerkNews {

  private final DeliveryTable deliveries;
  private final PeopleTable lastKnown;
  private final People people;
  private final Departures departures;
  private final TransactionOperations transaction;
  private final JsonMapper json;

  ClerkNews(
      DeliveryTable deliveries,
      PeopleTable lastKnown,
      People people,
      Departures departures,
      TransactionOperations transaction,
      JsonMapper json) {
    this.deliveries = deliveries;
    this.lastKnown = lastKnown;
    this.people = people;
    this.departures = departures;
    this.transaction = transaction;
    this.json = json;
  }

  /// @param event as Clerk wraps it: `type` and `data`; what is neither known nor complete is none
  ///   of ours
  void hear(String deliveryId, JsonNode event) {
    JsonNode user = event.path("data");
    String id = user.path("id").asString("");
    if (id.isEmpty() || id.length() > 255) {
      return;
    }
    switch (event.path("type").asString("")) {
      case "user.created", "user.updated" -> changed(deliveryId, user);
      case "user.deleted" -> deleted(deliveryId, new UserId(id));
      default -> {}
    }
  }

  private void changed(String deliveryId, JsonNode data) {
    ClerkUser user = json.treeToValue(data, ClerkUser.class);
    transaction.executeWithoutResult(_ -> {
      if (deliveries.isFirst(deliveryId)) {
        lastKnown.remember(List.of(user));
      }
    });
    people.forget(Set.of(new UserId(user.id())));
  }

  private void deleted(String deliveryId, UserId member) {
    transaction.executeWithoutResult(_ -> {
      if (deliveries.isFirst(deliveryId)) {
        departures.depart(member);
      }
    });
  }
}
