#include "read/decode/familiarity.hpp"

#include <string>
#include <string_view>

#include "read/decode/encoding.hpp"

namespace mujun::decode {
namespace {

constexpr std::int8_t everyday = 2;
constexpr std::int8_t punctuation = 1;
constexpr std::int8_t neutral = 0;
constexpr std::int8_t seldom = -2;
constexpr std::int8_t private_use = -4;

// The characters that the subject's pages are made of, put down by hand for this purpose, by topic.
constexpr std::u16string_view everyday_characters =
    // grammar
    u"的了在是和有为等及与对以将被把从向到于其这那此该各每就都也还又更最很已正再不没未无可能会要应须得着过"
    u"并而且但如若则因由所之者们我他她你它什么怎样只自己另外"
    // time
    u"年月日时期间季度上下半今明去昨前后初末同比环累计截至目近当本次第天周早晚来往始终常"
    // numbers
    u"一二三四五六七八九十百千万亿两多余约超个点分倍数零几成"
    // government
    u"党委政府省市县区镇乡街道村社局厅办公室议代表书记长主任员干部群众人民国家中央全体制改革开放策法规文件"
    u"通知意见方案工作报告务标责落实执行领导组织纪律席管理审批监督检查"
    // economy
    u"经济产业企商农林牧渔贸易投资金融财税收入支出利润值总额销售口进内需消费价格质量效益增降减少提高升加速"
    u"稳快慢持续幅率占重项建设竣引招园土地亩均面积平米用电源材料备技术科研创新型字智造机械子信息服旅游交运"
    u"输房居保险障货款银股份债券基"
    // life
    u"教育医疗卫生化境态绿色水气安食品药学校师老儿童妇女青健康养庭户名住路桥铁网络流动心爱活美好幸福谐"
    // verbs
    u"现完达突破培打发展促强深推优善立启举召帮助解决问题困难带做看说讲想走回起定给让使取获转变换扩补调整结"
    u"合参联系关注求签共享认真习贯彻精神指示坚"
    // measures
    u"厘里吨斤克元角块条台辆套座栋层种类级号位"
    // places
    u"东西南北山河湖海江城州阳门岛港湾沙龙原田泉清广宁云华京津沪浙苏皖赣粤川陕甘"
    // qualities
    u"大小低旧坏弱轻短远先良特别般具相显著较";

// Those of them that look otherwise in Traditional script.
constexpr std::u16string_view everyday_traditional =
    u"為與對將從於這會應須個們來後過還無當數億萬點約計時間環進國縣區鎮鄉務廳辦議書記長員幹體開報領導組織紀"
    u"審監檢責實執經濟產業農貿資財稅額銷價質減幣續項設園畝積電備術創製機訊遊運輸險貨銀債療衛綠氣藥學師養戶"
    u"橋鐵網絡愛諧達發強優啟舉幫決問題難帶說講讓獲轉變換擴補調結參聯係關註簽認習貫徹堅釐噸條臺輛層級號東門"
    u"島灣龍廣寧雲華滬蘇贛陝舊壞輕遠別顯較總單勞動標準檔歲紅風飛專屬種類場圖團處驗證線維護隊際隨雙響頭預規"
    u"劃";

void mark(std::u16string_view characters, std::array<std::int8_t, 65536>& scores, std::int8_t score) {
  for (const char16_t c : characters) scores[c] = score;
}

/// The characters that an encoding's own ordering counts among the common ones: rows `first` to `last` of it.
void mark_rows(std::string_view encoding, unsigned first, unsigned last,
               std::array<std::int8_t, 65536>& scores) {
  std::string bytes;
  for (unsigned row = first; row <= last; ++row) {
    for (unsigned cell = 0x40; cell <= 0xFE; ++cell) {
      if (cell >= 0x7F && cell <= 0xA0) continue;
      if (encoding == "gbk" && cell < 0xA1) continue;
      bytes.push_back(static_cast<char>(row));
      bytes.push_back(static_cast<char>(cell));
    }
  }
  std::u32string text;
  Notices unassigned;
  append_text(*find_encoding(encoding), bytes, 0, text, unassigned);
  for (const char32_t c : text) {
    if (c >= 0x4E00 && c <= 0x9FFF) scores[c] = neutral;
  }
}

}  // namespace

const Familiarity& Familiarity::instance() {
  static const Familiarity familiarity;
  return familiarity;
}

Familiarity::Familiarity() {
  scores_.fill(seldom);
  for (char16_t c = 0; c < 0x80; ++c) scores_[c] = neutral;
  for (char32_t c = 0xE000; c < 0xF900; ++c) scores_[c] = private_use;
  // The first level of GB 2312 and of Big5: what each standard holds to be in common use.
  mark_rows("gbk", 0xB0, 0xD7, scores_);
  mark_rows("big5", 0xA4, 0xC6, scores_);
  mark(everyday_characters, scores_, everyday);
  mark(everyday_traditional, scores_, everyday);
  mark(u"，。、；：！？“”‘’（）《》〈〉【】「」『』—…·％〔〕", scores_, punctuation);
  mark(u"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", scores_, neutral);  // of pinyin
  mark(u"\u00A0\u00B7\u3000\u2002\u2003\u2022\uFEFF０１２３４５６７８９．～−–㎡℃①②③④⑤〇", scores_, neutral);
}

}  // namespace mujun::decode
