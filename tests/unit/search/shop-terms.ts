/** A hundred words of a shop with the initials an agent types for them. */
export const HUNDRED: readonly (readonly [initials: string, term: string])[] = `
tk退款 th退货 hh换货 fh发货 wl物流 kd快递 cj差价 bcj补差价 yf运费 by包邮
yhq优惠券 zk折扣 jj降价 dq道歉 bq抱歉 dbq对不起 gx感谢 xx谢谢 pc赔偿 bc补偿
bf补发 cf重发 cx重新 cp重拍 cf错发 lf漏发 sj少件 ps破损 sh损坏 xc瑕疵
zl质量 sc色差 cm尺码 cc尺寸 xh型号 tp图片 zp照片 sp视频 ms描述 bf不符
dd订单 ddh订单号 dh单号 ydh运单号 dz地址 fk付款 fp发票 bx保修 wx维修 pj配件
bz包装 bg包裹 ck仓库 qh缺货 ys预售 xh现货 qs签收 cd催单 yc延迟 jk尽快
dz到账 yl原路 ye余额 jf积分 hb红包 zp赠品 jb价保 sh售后 kf客服 zg主管
sq申请 cl处理 dj登记 gj跟进 hf回访 lx联系 sd稍等 fz负责 fx放心 fa方案
gm过敏 pf皮肤 cf成分 bzq保质期 by保养 cz材质 zl重量 cd长度 ys颜色 tj推荐
cp差评 ts投诉 yj意见 xq心情 yh银行 hy行业 hk汇款 zp宅配 js拒收 hy会员
`
  .trim()
  .split(/\s+/)
  .map((it) => {
    const letters = /^[a-z]+/.exec(it)?.[0] ?? '';
    return [letters, it.slice(letters.length)] as const;
  });
