/**
 * Words of the shop that are looked for by their initials, in folded (Simplified) characters; Taiwan's and Hong Kong's
 * words beside the mainland's. What is nearer the front of a customer's troubles stands nearer the front here: of terms
 * with the same initials the first one leads. Words that a script carries under `keys` count as well.
 */
export const SHOP_TERMS: readonly string[] = `
退款 退货 换货 发货 物流 快递 差价 补差价 运费 包邮 优惠券 折扣 降价 道歉 抱歉 对不起 不好意思 感谢 谢谢 赔偿 补偿 补发 重发 重新 重拍
错发 发错 漏发 少发 少件 破损 损坏 坏了 瑕疵 质量 色差 尺码 尺寸 型号 图片 照片 拍照 视频 凭证 实物 描述 不符
订单 订单号 单号 运单号 快递单号 地址 改地址 电话 姓名 付款 支付 发票 保修 维修 安装 配件 零件 说明书 包装 包裹 仓库 库存 缺货 预售 现货
签收 派送 催促 催单 延迟 超时 尽快 时间 今天 明天 工作日 到账 原路 原路退回 账户 余额 积分 红包 赠品 礼物 小礼物 优惠 活动 满减 价保 保价
售后 客服 主管 申请 审核 处理 核实 登记 反馈 记录 跟进 回访 回复 联系 稍等 马上 立刻 负责 责任 放心 安心 选择 方案 办法 解决
过敏 皮肤 医生 停用 成分 生产日期 保质期 使用 清洗 保养 洗涤 材质 面料 厚度 重量 长度 颜色 款式 推荐 合适 身高 体重
差评 好评 评价 追评 投诉 平台 建议 意见 体验 心情 理解 着急 失望 等待 耐心 信任 银行 银行卡 行业 行李箱
退费 退换 出货 寄出 宅配 超商 取货 折价券 购物金 点数 卖场 贩售 鉴赏期 刷退 汇款 发票 统编 客订 缺件 瑕疵品
换新 寄回 上门取件 退回 全额退款 部分退款 仅退款 重寄 补寄 加急 顺丰 同城 自提 开箱 验货 拒收 取消 修改 备注 会员 店铺 旗舰店 专柜 正品 假货
`
  .split(/\s+/)
  .filter(Boolean);
