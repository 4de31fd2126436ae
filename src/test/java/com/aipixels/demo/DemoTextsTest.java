package com.aipixels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.gallery.Visibility;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.Style;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DemoTextsTest {

  private final DemoTexts texts = DemoTexts.read();

  @Test
  void eightMembersPaySixtyPicturesOfEveryKind() {
    assertThat(texts.pictures()).hasSize(60);
    assertThat(texts.members())
        .hasSize(8)
        .allMatch(member ->
            texts.pictures().stream().filter(one -> one.member().equals(member)).count() <= 10);
    assertThat(texts.pictures()).extracting(DemoPicture::category).contains(Category.values());
    assertThat(texts.pictures()).extracting(DemoPicture::style).contains(Style.values());
    assertThat(texts.pictures()).extracting(DemoPicture::tone).contains(ColorTone.values());
    assertThat(texts.pictures()).extracting(DemoPicture::visibility).contains(Visibility.values());
    for (var picture : texts.pictures()) {
      assertThat(picture.request(1).prompt()).isEqualTo(picture.prompt());
    }
  }

  @Test
  void everyCommentIsOnAPublicPictureAndAnswersAnEarlierOne() {
    for (var comment : texts.comments()) {
      var picture = texts.pictures().get(comment.picture() - 1);
      assertThat(picture.visibility()).as(comment.text()).isEqualTo(Visibility.PUBLIC);
      assertThat(texts.members()).contains(comment.member());
      var there =
          Collections.frequency(
              texts.comments().subList(0, texts.comments().indexOf(comment)).stream()
                  .map(DemoComment::picture)
                  .toList(),
              comment.picture());
      assertThat(comment.answers() == null ? 0 : comment.answers()).isLessThanOrEqualTo(there);
    }
  }
}
