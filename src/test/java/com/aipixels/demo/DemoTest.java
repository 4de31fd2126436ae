package com.aipixels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.Caller;
import com.aipixels.HouseTest;
import com.aipixels.collections.Collections;
import com.aipixels.community.Comments;
import com.aipixels.community.Follows;
import com.aipixels.community.Likes;
import com.aipixels.generation.Generations;
import com.aipixels.localclerk.LocalPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The demo's first pictures and what is said about them.
@HouseTest
class DemoTest {

  @LocalServerPort int port;
  @Autowired LocalPeople people;
  @Autowired Generations generations;
  @Autowired Comments comments;
  @Autowired Likes likes;
  @Autowired Follows follows;
  @Autowired Collections collections;

  @Test
  void itsMembersPaintAndTalk() {
    var whole = DemoTexts.read();
    var texts =
        new DemoTexts(
            whole.pictures().subList(0, 8),
            whole.comments().stream().filter(comment -> comment.picture() <= 2).toList());
    var cast = DemoCast.of(whole.members(), people);

    var pictures = new DemoPictures(generations).paint(texts, cast);
    new DemoCrowd(comments, likes, follows, collections).talk(texts, cast, pictures);

    var first = pictures.getFirst().orElseThrow();
    assertThat(at("/images/" + first).get("title").asString())
        .isEqualTo(texts.pictures().getFirst().title());
    assertThat(at("/images/" + first).get("commentCount").asInt()).isEqualTo(4);
    assertThat(pictures.stream().mapToInt(one -> likesOf(one.orElseThrow().value())).sum())
        .isPositive();
    var member = cast.the("예린").memberId();
    assertThat(at("/users/" + member).get("imageCount").asInt()).isEqualTo(1);
    assertThat(Caller.guest(port).get("/users/" + member + "/collections").body()).contains("물과 빛");
  }

  private int likesOf(int image) {
    return at("/images/" + image).get("likeCount").asInt();
  }

  private JsonNode at(String path) {
    return Caller.json(Caller.guest(port).get("/api/v1" + path));
  }
}
