package com.aipixels.gallery;

import com.aipixels.storage.ObjectKey;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/// A file that somebody may take home, and whether an AI model made it.
record Download(ObjectKey file, boolean aiGenerated) {

  private static final String BY_AI =
      link("This picture was made by generative AI", "생성형 AI가 만든 그림입니다");

  private static final String BY_A_PROGRAM =
      link("This picture was drawn by a program that is no AI model", "AI 모델이 아닌 프로그램이 그린 그림입니다");

  /// What has to be said where a picture leaves, as the `Link` header carries text.
  String notice() {
    return aiGenerated ? BY_AI : BY_A_PROGRAM;
  }

  private static String link(String english, String korean) {
    return "</about-ai>; rel=\"describedby\"; title=\"%s\"; title*=UTF-8'ko'%s"
        .formatted(english, UriUtils.encode(korean, StandardCharsets.UTF_8));
  }
}
