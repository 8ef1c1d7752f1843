"""The sentences about what belongs to one person; {found} is masked, {where} says in which part."""

from __future__ import annotations

from mingbai.messages.message import error, notice

# fmt: off
# A table, one line a code.
PRIVACY = {
    "privacy-identity": error("{where}有身份证号码（{found}）。", "立即删掉，并检查是否已经发给别人。"),
    "privacy-document": error("{where}有护照、户口簿一类证件的号码（{found}）。", "立即删掉，并检查是否已经发给别人。"),
    "privacy-card": error("{where}像是有银行卡号、存折账号（{found}）。", "立即删掉。"),
    "privacy-mobile": error("{where}有手机号码（{found}）。", "删掉；办公电话写在地区文件或者联系表里。"),
    "privacy-telephone": error("{where}有电话号码（{found}），看不出是哪个单位的。", "私人的删掉；办公电话，前面写上单位名称。"),
    "privacy-person": error("{where}有真实姓名（{found}），还有这个人的出生日期、住址或者证件号。", "立即删掉，并检查是否已经发给别人。"),
    "privacy-name": error("案例里像是有真实姓名（{found}）。", "改成「一位老人」「这家的母亲」这样的说法。{excuse}"),
    "privacy-name-near": notice("{where}像是有真实姓名（{found}），旁边写着病情、救助或者村名。", "改成「某某」，或者删掉旁边的情况。"),
    "privacy-mistyped": notice("{where}的数字（{found}）像是写错了的身份证号、银行卡号。", "是的立即删掉；是别的编号，在前面写明是什么号。{excuse}"),
    "privacy-masked": notice("{where}的号码（{found}）遮得不够，还能猜出来。", "照 35*************123、138****1234 的样子遮。{excuse}"),
    "privacy-account": notice("{where}有微信号、QQ、邮箱、车牌或者病历号（{found}）。", "是私人的，删掉。{excuse}"),
    "privacy-birth": notice("{where}有出生的年月日（{found}）。", "写到年，或者写「六十多岁」。{excuse}"),
    "privacy-house": notice("{where}的住址写到了门牌（{found}）。", "写到镇街，最多写到村。{excuse}"),
    "privacy-household": notice("{where}的写法（{found}）让村里人一看就知道是谁家。", "去掉村名、「唯一」，或者改掉病情、年龄和家里人。{excuse}"),
    "privacy-excuse-dead": notice("privacy_ok 里的 {passage} 对不上任何一处：那句话改过了，或者没有这个问题了。", "重新核对那句话；不需要的，删掉这一行。"),
    "privacy-picture-place": error("{where}照片里记着拍摄的地点。", "用「截图」或者「另存为」重新存一份，再放进来。"),
    "privacy-picture-author": notice("照片里记着{found}。", "不想公开的，用「截图」重新存一份。"),
    "privacy-unread": notice("这个文件没有人看过里面：{why}。", "打开看一遍；要自动查的，另存为 docx、xlsx、pptx 或者带文字的 PDF。"),
    "not-passage": error("「{label}」是 8 个数字或者 a 到 f 的字母，现为「{found}」。", "照检查报告里的 passage 抄。"),
}
# fmt: on
