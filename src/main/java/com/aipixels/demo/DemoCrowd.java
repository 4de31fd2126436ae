package com.aipixels.demo;

import com.aipixels.collections.CollectionId;
import com.aipixels.collections.Collections;
import com.aipixels.collections.NewCollection;
import com.aipixels.collections.Spot;
import com.aipixels.community.Comment;
import com.aipixels.community.CommentId;
import com.aipixels.community.Comments;
import com.aipixels.community.Follows;
import com.aipixels.community.Likes;
import com.aipixels.community.NewComment;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.Visibility;
import com.aipixels.identity.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What the members of the demo say to each other, like and keep: the same in every house.
@Component
@ConditionalOnProperty("aipixels.demo")
class DemoCrowd {

  private static final int SEED = 60;
  private static final Map<String, List<Integer>> SHELVES =
      Map.of("예린", List.of(1, 7, 14, 17, 22, 43), "Emma", List.of(2, 10, 34, 42, 56));

  private final Comments comments;
  private final Likes likes;
  private final Follows follows;
  private final Collections collections;

  DemoCrowd(Comments comments, Likes likes, Follows follows, Collections collections) {
    this.comments = comments;
    this.likes = likes;
    this.follows = follows;
    this.collections = collections;
  }

  void talk(DemoTexts texts, DemoCast cast, List<Optional<ImageId>> pictures) {
    List<Optional<ImageId>> open =
        IntStream.range(0, pictures.size())
            .mapToObj(n ->
                pictures
                    .get(n)
                    .filter(_ -> texts.pictures().get(n).visibility() == Visibility.PUBLIC))
            .toList();
    Random chance = new Random(SEED);
    follow(cast, chance);
    for (Optional<ImageId> picture : open) {
      double fame = Math.pow(chance.nextDouble(), 2);
      picture.ifPresent(image -> like(cast, image, fame, chance));
    }
    say(texts, cast, open);
    keep(cast, open);
  }

  private void follow(DemoCast cast, Random chance) {
    for (Viewer one : cast.everybody()) {
      for (Viewer other : cast.everybody()) {
        if (!one.equals(other) && chance.nextInt(5) < 2) {
          follows.follow(one, other.memberId());
        }
      }
    }
  }

  private void like(DemoCast cast, ImageId image, double fame, Random chance) {
    for (Viewer member : cast.everybody()) {
      if (chance.nextDouble() < fame) {
        likes.like(member, image);
      }
    }
  }

  private void say(DemoTexts texts, DemoCast cast, List<Optional<ImageId>> pictures) {
    Map<ImageId, List<CommentId>> said = new HashMap<>();
    for (DemoComment comment : texts.comments()) {
      numbered(pictures, comment.picture())
          .ifPresent(image ->
              say(
                  cast.the(comment.member()),
                  image,
                  comment,
                  said.computeIfAbsent(image, _ -> new ArrayList<>())));
    }
  }

  private void say(Viewer member, ImageId image, DemoComment comment, List<CommentId> before) {
    Integer parent = comment.answers() == null ? null : before.get(comment.answers() - 1).value();
    Comment posted = comments.post(member, image, new NewComment(comment.text(), parent), null);
    before.add(posted.id());
  }

  private void keep(DemoCast cast, List<Optional<ImageId>> pictures) {
    SHELVES.forEach((name, numbers) -> {
      Viewer member = cast.the(name);
      NewCollection shelf =
          new NewCollection(
              name.equals("Emma") ? "Small friends" : "물과 빛", null, Visibility.PUBLIC);
      CollectionId id = collections.begin(member, shelf, null).id();
      for (int number : numbers) {
        numbered(pictures, number)
            .ifPresent(image -> collections.put(member, id, image, Spot.anywhere()));
      }
    });
  }

  private static Optional<ImageId> numbered(List<Optional<ImageId>> pictures, int number) {
    return number <= pictures.size() ? pictures.get(number - 1) : Optional.empty();
  }
}
