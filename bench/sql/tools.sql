-- Words and laws. Nothing here is random: every value follows from the seed, from what it is for and from the
-- number of its row. The schema is dropped when the database is filled.

CREATE SCHEMA bench;

-- A number in [0, 1).
CREATE FUNCTION bench.u(purpose integer, nr bigint) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8extended(nr, ${seed}::bigint * 1000 + purpose) & 9007199254740991)::double precision
    / 9007199254740992;

CREATE FUNCTION bench.one_of(words text[], u double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN words[1 + floor(u * cardinality(words))::integer];

-- An id of Clerk's form. The same law stands in Clerk.java.
CREATE FUNCTION bench.member(nr bigint) RETURNS varchar
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 'user_' || left(md5('${seed}:' || nr), 27);

-- Four hexadecimal digits of an id as a number.
CREATE FUNCTION bench.hex(id varchar, place integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ('x' || substr(id, place, 4))::bit(16)::integer;

CREATE FUNCTION bench.the_end() RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN timestamp '2026-07-01 00:00:00';

CREATE FUNCTION bench.nouns() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array('고양이 바다 숲 도시 하늘 소녀 강아지 산 꽃 밤하늘 기차 카페 정원 호수 눈 '
    '비 골목 한옥 드레스 커피 우주 별 달 용 기사 마법사 로봇 성 다리 등대 섬 사막 폭포 계곡 들판 '
    '벚꽃 단풍 장미 해바라기 나비 새 고래 여우 사슴 토끼 곰 호랑이 늑대 물고기 빵 케이크 과일 '
    '김치 국수 떡 찻잔 책 서점 도서관 학교 교실 시장 항구 배 자전거 자동차 비행기 풍선 우산 시계 '
    '거울 창문 계단 탑 사원 궁궐 한복 모자 가방 구두 가면 인형 피아노 바이올린 기타 무용수 화가 '
    '요리사 어부 농부 탐험가 천사 유령 인어 요정 불꽃 얼음 안개 무지개 노을', ' ');

CREATE FUNCTION bench.nouns_english() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array('cat sea forest city sky girl puppy mountain flower night-sky train café garden lake snow '
    'rain alley hanok dress coffee cosmos star moon dragon knight wizard robot castle bridge lighthouse island desert '
    'waterfall valley field cherry-blossom autumn-leaf rose sunflower butterfly bird whale fox deer rabbit bear tiger '
    'wolf fish bread cake fruit kimchi noodles rice-cake teacup book bookshop library school classroom market '
    'harbour boat bicycle car plane balloon umbrella clock mirror window stairs tower temple palace hanbok hat bag '
    'shoes mask doll piano violin guitar dancer painter cook fisher farmer explorer angel ghost mermaid fairy flame '
    'ice fog rainbow sunset', ' ');

CREATE FUNCTION bench.modifiers() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array('파란 붉은 하얀 검은 푸른 노란 분홍 보랏빛 금빛 은빛 작은 커다란 오래된 새로운 조용한 '
    '외로운 행복한 슬픈 따뜻한 차가운 빛나는 어두운 몽환적인 신비로운 화려한 소박한 귀여운 무서운 강한 부드러운 '
    '거친 투명한 날아가는 춤추는 잠든 웃는 우는 달리는 숨은 버려진 사라진 떠오르는 젖은 얼어붙은 불타는 꿈꾸는 '
    '고요한 눈부신 아득한', ' ');

CREATE FUNCTION bench.modifiers_english() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array('blue red white black azure yellow pink violet golden silver small huge old new quiet lonely '
    'happy sad warm cold shining dark dreamy mysterious splendid plain cute scary strong soft rough transparent '
    'flying dancing sleeping laughing crying running hidden abandoned vanished rising wet frozen burning dreaming '
    'still dazzling distant', ' ');

-- The tags of ranks 1 to 5,000: a hundred nouns, bare and with 49 modifiers.
CREATE FUNCTION bench.tag(rank integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN COALESCE((bench.modifiers())[(rank - 1) / 100], '') || (bench.nouns())[1 + (rank - 1) % 100];

-- Zipf with exponent 1: the tag of rank r has a share of ln((r + 1) / r) / ln(5001), near 1 / (8.5 r).
CREATE FUNCTION bench.zipf_tag(u double precision) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN bench.tag(floor(power(5001, u))::integer);

CREATE FUNCTION bench.noun_phrase(u double precision, v double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN bench.one_of(bench.modifiers(), u) || ' ' || bench.one_of(bench.nouns(), v);

CREATE FUNCTION bench.noun_phrase_english(u double precision, v double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 'a ' || bench.one_of(bench.modifiers_english(), u) || ' ' || bench.one_of(bench.nouns_english(), v);

CREATE FUNCTION bench.places() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['안개가 자욱한 새벽의 강가에서', '네온사인이 빛나는 비 오는 밤거리에서', '끝없이 펼쳐진 보리밭 한가운데에서',
    '눈 덮인 산꼭대기의 작은 오두막 앞에서', '햇살이 쏟아지는 오래된 도서관 창가에서', '파도가 부서지는 절벽 위 등대 아래에서',
    '별이 쏟아지는 여름밤 옥상에서', '벚꽃이 흩날리는 한옥 마을 골목에서', '물에 잠긴 고대 도시의 광장에서',
    '구름 위에 떠 있는 거대한 섬에서'];

CREATE FUNCTION bench.places_english() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['on a riverside at dawn full of mist', 'in a rainy night street shining with neon signs',
    'in the middle of an endless barley field', 'before a small hut on a snowy summit',
    'at the sunlit window of an old library', 'below a lighthouse on a cliff where waves break',
    'on a rooftop in a summer night full of stars', 'in an alley of a hanok village with cherry petals in the wind',
    'on the square of an ancient sunken city', 'on a huge island floating above the clouds'];

CREATE FUNCTION bench.lights() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['부드러운 아침 햇살이 옆에서 비치고 공기 중에 먼지가 반짝인다', '강한 역광으로 윤곽선이 금빛으로 빛나고 그림자가 길게 늘어진다',
    '푸른 달빛이 은은하게 번지며 전체적으로 차분한 분위기를 만든다', '따뜻한 촛불 하나만이 주변을 밝히고 나머지는 어둠에 잠겨 있다',
    '노을의 붉은빛과 보랏빛이 물 위에 그대로 비친다', '흐린 날의 고른 빛이 색을 차분하게 가라앉힌다'];

CREATE FUNCTION bench.lights_english() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['soft morning light from the side, dust glitters in the air', 'strong backlight, golden outlines and long shadows',
    'pale blue moonlight makes everything calm', 'one warm candle lights the surroundings, the rest lies in darkness',
    'the red and violet of the sunset mirrored on the water', 'the even light of a cloudy day subdues the colours'];

CREATE FUNCTION bench.manners() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['섬세한 질감과 풍부한 세부 묘사, 영화 같은 구도와 얕은 심도', '동화책 삽화처럼 포근한 색감, 여백이 많은 구도',
    '굵은 붓 자국이 살아 있는 화면, 과감한 색 대비', '극적인 원근감과 넓은 화각, 화면 전체에 흐르는 긴장감',
    '단순한 형태와 절제된 색, 조용하고 깊은 느낌', '세밀한 선화 위에 얇게 여러 번 올린 투명한 색'];

CREATE FUNCTION bench.manners_english() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['delicate texture and rich detail, cinematic composition, shallow depth of field',
    'cosy colours as in a picture book, much empty space', 'thick visible brush strokes, bold contrasts',
    'dramatic perspective, wide angle, tension everywhere', 'simple shapes, restrained colours, quiet and deep',
    'fine line drawing with many thin layers of transparent colour'];

CREATE FUNCTION bench.remarks() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['정말 아름다워요!', '색감이 너무 좋네요.', '어떤 프롬프트를 쓰셨는지 궁금합니다.', '배경화면으로 쓰고 싶어요.', '분위기가 최고예요 👏',
    '빛 표현이 대단합니다.', '보고 있으면 마음이 편안해져요.', '이런 구도는 처음 봐요.', 'Love the colours!', '다음 작품도 기대할게요.',
    '고양이 표정이 귀여워요 ㅎㅎ', '조금 더 어두우면 어떨까요?', '같은 주제로 저도 만들어 봤어요.', '멋진 작품 감사합니다.', '한참을 들여다봤네요.'];
