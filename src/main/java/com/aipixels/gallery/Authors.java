package com.aipixels.gallery;

import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Puts their makers' names and faces on cards, all at once.
@Component
class Authors {

  private final People people;

  Authors(People people) {
    this.people = people;
  }

  List<ImageCard> of(List<ImageCard> cards) {
    Map<UserId, PersonCard> authors = people.cards(cards.stream().map(ImageCard::owner).toList());
    return cards.stream().map(card -> card.by(authors.get(card.owner()))).toList();
  }
}
